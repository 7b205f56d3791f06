package web

import (
	"context"
	"sync"
)

// mostMemos is how many answers to different questions are remembered.
const mostMemos = 48

// memos is a memo for each question of many.
type memos[K comparable, T any] struct {
	fill func(context.Context, K) (T, error)

	mu sync.Mutex
	by map[K]*memo[T]
}

// get is the answer to a question and the version of the record that it is of.
func (m *memos[K, T]) get(ctx context.Context, question K, version int64) (T, int64, error) {
	m.mu.Lock()
	one := m.by[question]
	if one == nil {
		if m.by == nil || len(m.by) >= mostMemos {
			m.by = map[K]*memo[T]{}
		}
		one = &memo[T]{fill: func(ctx context.Context) (T, error) { return m.fill(ctx, question) }}
		m.by[question] = one
	}
	m.mu.Unlock()
	return one.get(ctx, version)
}
