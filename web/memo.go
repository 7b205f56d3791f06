package web

import (
	"context"
	"sync"
	"time"
)

// fresh is how long a memo is taken for true without looking again.
const fresh = 5 * time.Second

// memo keeps what takes long to gather. A visitor who comes while it is stale
// is given what there is, and it is gathered anew behind his back.
type memo[T any] struct {
	fill func(context.Context) (T, error)

	mu    sync.Mutex
	value T
	have  bool
	at    time.Time
	busy  bool
}

func (m *memo[T]) get(ctx context.Context) (T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.have {
		v, err := m.fill(ctx)
		if err == nil {
			m.value, m.have, m.at = v, true, time.Now()
		}
		return v, err
	}
	if time.Since(m.at) > fresh && !m.busy {
		m.busy = true
		go m.again(context.WithoutCancel(ctx))
	}
	return m.value, nil
}

func (m *memo[T]) again(ctx context.Context) {
	start := time.Now()
	v, err := m.fill(ctx)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.busy = false
	if err == nil {
		m.value = v
	}
	m.at = time.Now().Add(4 * time.Since(start)) // what takes long is gathered less often
}
