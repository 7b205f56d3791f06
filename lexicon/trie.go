package lexicon

import (
	"cmp"
	"slices"
)

// trie holds the phrases by the numbers of their words. Node 0 is its root,
// whose children are kept by word: most words of a text begin no phrase, and
// those that do are many. It is built with its edges in a table, and then laid out
// node by node, so that following a phrase touches little memory.
type trie struct {
	first []int32 // by word: the node it leads to at the start, 0 for none
	nodes []node  // and when it is laid out one more, which ends the last
	edges []edge  // of all nodes but the root, node by node, by their words
	flat  []Ref   // of all nodes, node by node

	slots []slotted      // while it is built: a power of two of them, half of them free at least
	used  int            // how many are not free
	ends  []int32        // while it is built, by node: 1 + index of the first of its refs
	refs  []chained[Ref] // while it is built, chained
}

// node is a place in the trie.
type node struct {
	words  uint32 // a bit for each word that follows it, by its number: most that do not are told without a look
	tables uint16 // the tables of its refs
	names  uint16 // the tables of those of its refs that are names: Ref.Alias is not negative
	r0     int32  // its refs when it is laid out: up to those of the next
	e0     int32  // its edges, too
}

// edge leads from a node by a word to a node.
type edge struct{ word, next int32 }

// slotted is an edge of a node in the table, free where it leads to 0.
type slotted struct {
	node int32
	edge
}

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
	return &trie{slots: make([]slotted, size), nodes: make([]node, 1, 2*n+1), ends: make([]int32, 1, 2*n+1), refs: make([]chained[Ref], 0, n+n/4)}
}

// hash mixes a node and a word.
func (t *trie) hash(n, word int32) uint32 {
	h := (uint64(uint32(n))<<32 | uint64(uint32(word))) * 0x9e3779b97f4a7c15
	return uint32(h >> 32)
}

// few is how many edges are looked through one by one.
const few = 8

// next is the node that a word leads to from node n, the at-th, 0 where it leads
// nowhere. n is not the root.
func (t *trie) next(n *node, at, word int32) int32 {
	if n.words&(1<<(uint32(word)&31)) == 0 {
		return 0
	}
	edges := t.edges[n.e0:t.nodes[at+1].e0]
	for len(edges) > few {
		if half := len(edges) / 2; edges[half].word <= word {
			edges = edges[half:]
		} else {
			edges = edges[:half]
		}
	}
	for k := range edges {
		if edges[k].word == word {
			return edges[k].next
		}
	}
	return 0
}

// slot is the place in the table of the edge by which a word leads from n, a
// free one where it leads nowhere.
func (t *trie) slot(n, word int32) *slotted {
	for h := t.hash(n, word); ; h++ {
		if s := &t.slots[h&uint32(len(t.slots)-1)]; s.next == 0 || s.node == n && s.word == word {
			return s
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
	if s := t.slot(n, word); s.next != 0 {
		return s.next
	}
	t.nodes[n].words |= 1 << (uint32(word) & 31)
	if t.used++; 2*t.used > len(t.slots) {
		old := t.slots
		t.slots = make([]slotted, 2*len(old))
		for _, s := range old {
			if s.next != 0 {
				*t.slot(s.node, s.word) = s
			}
		}
	}
	next := t.add()
	*t.slot(n, word) = slotted{n, edge{word, next}}
	return next
}

// add makes a node.
func (t *trie) add() int32 {
	t.nodes, t.ends = append(t.nodes, node{}), append(t.ends, 0)
	return int32(len(t.nodes) - 1)
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

// lay puts the refs and edges of each node side by side, for a vocabulary of so
// many words.
func (t *trie) lay(words int) {
	for len(t.first) < words {
		t.first = append(t.first, 0)
	}
	t.layRefs()
	t.layEdges()
	t.refs, t.ends, t.slots = nil, nil, nil
}

// layRefs lays out the refs. It ends the nodes with one more.
func (t *trie) layRefs() {
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
	}
	t.nodes = append(t.nodes, node{r0: int32(len(t.flat))})
}

// layEdges lays out the edges.
func (t *trie) layEdges() {
	for i := range t.slots {
		if s := &t.slots[i]; s.next != 0 {
			t.nodes[s.node+1].e0++
		}
	}
	for i := 1; i < len(t.nodes); i++ {
		t.nodes[i].e0 += t.nodes[i-1].e0
	}
	t.edges = make([]edge, t.used)
	free := make([]int32, len(t.nodes)) // by node: how many of its edges have their place
	for i := range t.slots {
		if s := &t.slots[i]; s.next != 0 {
			t.edges[t.nodes[s.node].e0+free[s.node]] = s.edge
			free[s.node]++
		}
	}
	for i := range t.nodes[1:] {
		if of := t.edges[t.nodes[i].e0:t.nodes[i+1].e0]; len(of) > 1 {
			slices.SortFunc(of, func(a, b edge) int { return cmp.Compare(a.word, b.word) })
		}
	}
}

// refsOf are the refs of node n, the at-th.
func (t *trie) refsOf(n *node, at int32) []Ref {
	r1 := t.nodes[at+1].r0
	return t.flat[n.r0:r1:r1]
}

// ended counts the nodes at which phrases end.
func (t *trie) ended() int {
	count := 0
	for i := range t.nodes {
		if t.nodes[i].tables != 0 {
			count++
		}
	}
	return count
}
