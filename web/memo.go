package web

import (
	"context"
	"sync"
	"time"
)

// fresh is how long a memo is taken for true without looking again, of a record
// that cannot tell whether it has changed.
const fresh = 5 * time.Second

// memo keeps what takes long to gather. A visitor who comes while it is stale
// is given what there is, and it is gathered anew behind his back.
type memo[T any] struct {
	fill func(context.Context) (T, error)

	mu      sync.Mutex
	value   T
	version int64 // of the record that value is of, 0 where it cannot be told
	have    bool
	at      time.Time // before which it is not gathered again
	busy    bool
}

// get is the value and the version of the record that it was gathered from;
// version is that of the record now.
func (m *memo[T]) get(ctx context.Context, version int64) (T, int64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.have {
		v, err := m.fill(withVersion(ctx, version))
		if err == nil {
			m.value, m.version, m.have, m.at = v, version, true, time.Now()
		}
		return v, version, err
	}
	wait := fresh
	if version != 0 {
		wait = 0
	}
	if (version == 0 || version != m.version) && !m.busy && time.Since(m.at) > wait {
		m.busy = true
		go m.again(context.WithoutCancel(ctx), version)
	}
	return m.value, m.version, nil
}

func (m *memo[T]) again(ctx context.Context, version int64) {
	start := time.Now()
	v, err := m.fill(withVersion(ctx, version))
	m.mu.Lock()
	defer m.mu.Unlock()
	m.busy = false
	if err == nil {
		m.value, m.version = v, version
	}
	m.at = time.Now().Add(4 * time.Since(start)) // what takes long is gathered less often
}

// now is the value as of the version that ctx tells, gathered anew where it is
// of another.
func (m *memo[T]) now(ctx context.Context) (T, error) {
	version := versionIn(ctx)
	m.mu.Lock()
	v, known := m.value, m.have && version != 0 && m.version == version
	m.mu.Unlock()
	if known {
		return v, nil
	}
	v, err := m.fill(ctx)
	if err == nil {
		m.mu.Lock()
		m.value, m.version, m.have, m.at = v, version, true, time.Now()
		m.mu.Unlock()
	}
	return v, err
}

type versionKey struct{}

func withVersion(ctx context.Context, version int64) context.Context {
	return context.WithValue(ctx, versionKey{}, version)
}

func versionIn(ctx context.Context) int64 {
	v, _ := ctx.Value(versionKey{}).(int64)
	return v
}
