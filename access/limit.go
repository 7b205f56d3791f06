package access

import (
	"sync"
	"time"
)

// bucket holds tries: it has at most size, and gets one back every refill.
type bucket struct {
	tries float64
	at    time.Time
	told  time.Time // when the log was told that it is empty
}

// limiter counts tries by key, in bounded memory.
type limiter struct {
	size   float64
	refill time.Duration
	most   int // keys
	now    func() time.Time

	mu   sync.Mutex
	keys map[string]*bucket
	rest bucket // of all keys for which there is no room
}

func newLimiter(size int, refill time.Duration, most int, now func() time.Time) *limiter {
	return &limiter{size: float64(size), refill: refill, most: most, now: now, keys: map[string]*bucket{}, rest: bucket{tries: float64(size)}}
}

// allow takes a try of key. Where none is left it says how long until there is
// one, and whether it is worth telling anybody (once a minute).
func (l *limiter) allow(key string) (ok bool, wait time.Duration, tell bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	b := l.keys[key]
	if b == nil {
		if len(l.keys) >= l.most {
			l.sweep(now)
		}
		if len(l.keys) >= l.most {
			b = &l.rest
		} else {
			b = &bucket{tries: l.size, at: now}
			l.keys[key] = b
		}
	}
	l.fill(b, now)
	if b.tries >= 1 {
		b.tries--
		return true, 0, false
	}
	if tell = now.Sub(b.told) >= time.Minute; tell {
		b.told = now
	}
	return false, time.Duration((1 - b.tries) * float64(l.refill)), tell
}

// forgive gives a key all its tries back.
func (l *limiter) forgive(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.keys, key)
}

func (l *limiter) fill(b *bucket, now time.Time) {
	if passed := now.Sub(b.at); passed > 0 {
		b.tries = min(l.size, b.tries+float64(passed)/float64(l.refill))
	}
	b.at = now
}

// sweep forgets keys that have all their tries again.
func (l *limiter) sweep(now time.Time) {
	for k, b := range l.keys {
		if l.fill(b, now); b.tries >= l.size {
			delete(l.keys, k)
		}
	}
}

// door limits logins: few for a name from one address, more for a name from
// everywhere (so that a stranger cannot easily shut somebody out) and for an
// address whatever the name.
type door struct {
	pair, name, address *limiter
}

const mostKeys = 10_000

func newDoor(now func() time.Time) *door {
	return &door{
		pair:    newLimiter(6, time.Minute, mostKeys, now),
		name:    newLimiter(60, 20*time.Second, mostKeys, now),
		address: newLimiter(30, 10*time.Second, mostKeys, now),
	}
}

// try takes a try of name from address.
func (d *door) try(name, address string) (ok bool, wait time.Duration, tell bool) {
	key, net := nameKey(shortened(name)), network(address)
	// The address first: what it is refused costs the name nothing.
	for _, l := range []struct {
		*limiter
		key string
	}{{d.address, net}, {d.pair, net + " " + key}, {d.name, key}} {
		if ok, wait, tell := l.allow(l.key); !ok {
			return false, wait, tell
		}
	}
	return true, 0, false
}

// opened forgets the tries of somebody who came in.
func (d *door) opened(name, address string) { d.pair.forgive(network(address) + " " + nameKey(name)) }
