package names

// table is a map from numbers that are spread evenly (hashes) to small values, kept
// from article to article: emptying it costs nothing, and its room is made once.
type table[T any] struct {
	slots []place[T] // a power of two of them, half of them free at least
	used  int
	round uint32 // slots of other rounds are free
}

// place is a slot of a table.
type place[T any] struct {
	key   uint64
	round uint32
	value T
}

// smallest is how many slots a table has at first.
const smallest = 64

// empty takes all out.
func (t *table[T]) empty() {
	t.used = 0
	if t.round++; t.round == 0 || t.slots == nil {
		t.slots, t.round = make([]place[T], max(smallest, len(t.slots))), 1
	}
}

// find is the value of a key, nil where it has none.
func (t *table[T]) find(key uint64) *T {
	for at := key; ; at++ {
		s := &t.slots[at&uint64(len(t.slots)-1)]
		if s.round != t.round {
			return nil
		}
		if s.key == key {
			return &s.value
		}
	}
}

// at is the value of a key, which is put in with the zero value where it has none.
// It holds until the next call.
func (t *table[T]) at(key uint64) *T {
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	s := t.slot(key)
	if s.round != t.round {
		t.used++
		*s = place[T]{key: key, round: t.round}
	}
	return &s.value
}

// slot is the slot of a key, a free one where it has none.
func (t *table[T]) slot(key uint64) *place[T] {
	for at := key; ; at++ {
		if s := &t.slots[at&uint64(len(t.slots)-1)]; s.round != t.round || s.key == key {
			return s
		}
	}
}

// grow doubles the slots.
func (t *table[T]) grow() {
	old := t.slots
	t.slots = make([]place[T], 2*len(old))
	for i := range old {
		if old[i].round == t.round {
			*t.slot(old[i].key) = old[i]
		}
	}
}

// spreadOut makes a hash of a small number.
func spreadOut(n uint64) uint64 {
	n *= 0x9e3779b97f4a7c15
	return n ^ n>>32
}
