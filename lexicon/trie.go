package lexicon

// trie holds the phrases by the numbers of their words. Node 0 is its root,
// whose children are kept by word: most words of a text begin no phrase, and
// those that do are many.
type trie struct {
	first []int32 // by word: the node it leads to at the start, 0 for none
	nodes []node
	slots []edge // a power of two of them, half of them free: the edges of other nodes
	edges int
	ends  []int32        // while it is built, by node: 1 + index of the first of its refs
	refs  []chained[Ref] // of all nodes, chained
	flat  []Ref          // the same, node by node: see lay
}

// node is a place in the trie.
type node struct {
	words  uint32 // a bit for each word that follows it, by its number: most that do not are told without a look
	tables uint16 // the tables of its refs
	names  uint16 // the tables of those of its refs that are names: Ref.Alias is not negative
	r0     int32  // its refs when it is laid out
	r1     int32
}

// edge leads from a node by a word to a node, 0 where the slot is free.
type edge struct{ node, word, next int32 }

// chained is a value and the place of the next one that belongs with it.
type chained[T any] struct {
	value T
	next  int32 // 1 + index, 0 for the last
}

// newTrie has room for n phrases.
func newTrie(n int) *trie {
	size := 64
	for size < 2*n {
		size *= 2
	}
	return &trie{slots: make([]edge, size), nodes: make([]node, 1, 2*n+1), ends: make([]int32, 1, 2*n+1), refs: make([]chained[Ref], 0, n+n/4)}
}

// hash mixes a node and a word.
func (t *trie) hash(n, word int32) uint32 {
	h := (uint64(uint32(n))<<32 | uint64(uint32(word))) * 0x9e3779b97f4a7c15
	return uint32(h >> 32)
}

// next is the node that a word leads to from an inner node n, the at-th, 0 where
// it leads nowhere. n is not the root.
func (t *trie) next(n *node, at, word int32) int32 {
	if n.words&(1<<(uint32(word)&31)) == 0 {
		return 0
	}
	for h := t.hash(at, word); ; h++ {
		e := &t.slots[h&uint32(len(t.slots)-1)]
		if e.next == 0 || e.node == at && e.word == word {
			return e.next
		}
	}
}

// step is the node that a word leads to from n, made where there is none.
func (t *trie) step(n, word int32) int32 {
	if n == 0 {
		for len(t.first) <= int(word) {
			t.first = append(t.first, 0)
		}
		if t.first[word] == 0 {
			t.first[word] = t.add()
		}
		return t.first[word]
	}
	if next := t.next(&t.nodes[n], n, word); next != 0 {
		return next
	}
	t.nodes[n].words |= 1 << (uint32(word) & 31)
	next := t.add()
	if t.edges++; 2*t.edges > len(t.slots) {
		old := t.slots
		t.slots = make([]edge, 2*len(old))
		for _, e := range old {
			if e.next != 0 {
				t.place(e)
			}
		}
	}
	t.place(edge{n, word, next})
	return next
}

// add makes a node.
func (t *trie) add() int32 {
	t.nodes, t.ends = append(t.nodes, node{}), append(t.ends, 0)
	return int32(len(t.nodes) - 1)
}

// place puts an edge into a free slot.
func (t *trie) place(e edge) {
	at := t.hash(e.node, e.word)
	for t.slots[at&uint32(len(t.slots)-1)].next != 0 {
		at++
	}
	t.slots[at&uint32(len(t.slots)-1)] = e
}

// end notes that a phrase that ends at n is a name of ref's entry, once for
// each entry.
func (t *trie) end(n int32, ref Ref) {
	at := &t.ends[n]
	for *at != 0 {
		have := &t.refs[*at-1]
		if have.value.Table == ref.Table && have.value.Entry == ref.Entry {
			return
		}
		at = &have.next
	}
	*at = int32(len(t.refs) + 1)
	t.refs = append(t.refs, chained[Ref]{value: ref})
}

// lay puts the refs of each node side by side, for a vocabulary of so many
// words.
func (t *trie) lay(words int) {
	for len(t.first) < words {
		t.first = append(t.first, 0)
	}
	t.flat = make([]Ref, 0, len(t.refs))
	for i := range t.nodes {
		n := &t.nodes[i]
		n.r0 = int32(len(t.flat))
		for at := t.ends[i]; at != 0; at = t.refs[at-1].next {
			ref := t.refs[at-1].value
			t.flat = append(t.flat, ref)
			n.tables |= 1 << ref.Table
			if ref.Alias >= 0 {
				n.names |= 1 << ref.Table
			}
		}
		n.r1 = int32(len(t.flat))
	}
	t.refs, t.ends = nil, nil
}

// refsOf are the refs of a node.
func (t *trie) refsOf(n *node) []Ref { return t.flat[n.r0:n.r1:n.r1] }

// ended counts the nodes at which phrases end.
func (t *trie) ended() int {
	count := 0
	for i := range t.nodes {
		if t.nodes[i].r1 > t.nodes[i].r0 {
			count++
		}
	}
	return count
}
