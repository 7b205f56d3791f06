package incidents

// The questions about a token that are asked again and again; each has two bits
// of memo: asked, and the answer.
const (
	askNumber uint16 = 1 << (2 * iota)
	askVerbal
	askJoined
	askUnreal
	askDeedNoun
)

// recall answers a question about token i, asking once.
func (r *reader) recall(i int, question uint16, ask func(int) bool) bool {
	if i < 0 || i >= len(r.memo) {
		return ask(i)
	}
	if m := r.memo[i]; m&question != 0 {
		return m&(question<<1) != 0
	}
	yes := ask(i)
	r.memo[i] |= question
	if yes {
		r.memo[i] |= question << 1
	}
	return yes
}
