package lexicon

import (
	"slices"
	"strings"

	"mahdar/arabic"
)

// Phrase is a run of tokens that is the name of one or more entries.
type Phrase struct {
	First, Last int // tokens, half-open
	Reading         // of the first token
	Refs        []Ref
}

// Begins reports whether a phrase of table tb may begin at token i.
func (t *Tagged) Begins(i int, tb Table) bool {
	return Tables(t.sums[i].begins).Has(tb)
}

// Match is a name of the lexicon where it stands.
type Match struct {
	First, Last int   // tokens, half-open
	Cut         uint8 // folded bytes of particles before it
	Conj, Prep  byte  // as in Reading
	Det         bool
	reading     int32  // of the first token
	Tables      Tables // of Refs
	Names       Tables // of those of Refs whose Alias is not negative
	Refs        []Ref
}

// Phrases calls f with every name of the lexicon that begins at token i, the
// longest first. Tokens after the first must stand as listed; a hyphen, an
// underscore or a touching stop between them is passed over and a line break
// ends the search.
func (t *Tagged) Phrases(i int, f func(Phrase)) {
	if t.sums[i].begins == 0 {
		return
	}
	ms := t.PhrasesAt(i, ^Tables(0))
	for k := range ms {
		m := &ms[k]
		f(Phrase{First: m.First, Last: m.Last, Reading: t.Readings[i][m.reading], Refs: m.Refs})
	}
}

// BeginsAny reports whether a phrase of one of some tables may begin at token i.
func (t *Tagged) BeginsAny(i int, some Tables) bool { return Tables(t.sums[i].begins)&some != 0 }

// PhrasesAt are the names that begin at token i, as Phrases tells them, where one of
// some tables may begin there. They are looked up once an article and are not to be
// changed.
func (t *Tagged) PhrasesAt(i int, some Tables) []Match {
	if Tables(t.sums[i].begins)&some == 0 {
		return nil
	}
	at := &t.at[i]
	if at.from == 0 {
		at.from = int32(len(t.matches) + 1)
		t.matches = t.appendAt(t.matches, i)
		at.to = int32(len(t.matches) + 1)
	}
	return t.matches[at.from-1 : at.to-1 : at.to-1]
}

// matched is where among an article's matches those stand that begin at a token.
type matched struct {
	from, to int32 // 1 + index, 0 where nobody asked yet
}

// appendAt adds to ms the names that begin at token i, which phrases may begin at.
func (t *Tagged) appendAt(ms []Match, i int) []Match {
	if s := &t.sums[i]; s.leads != many {
		return t.phrasesFrom(ms, i, int(s.leads-1), s.front, &t.Lex.trie.nodes[s.node], s.node)
	}
	rs := t.Readings[i]
	for k := range rs {
		if r := &rs[k]; r.leads() {
			ms = t.phrasesFrom(ms, i, k, frontOf(r), &t.Lex.trie.nodes[r.node], r.node)
		}
	}
	return ms
}

// LookUp looks up the names that begin at each of some tokens, at all of which
// phrases may begin. They are returned in the order of the tokens, after those that
// were looked up before; At tells which are a token's.
func (t *Tagged) LookUp(tokens []int32) []Match {
	// The nodes of all first words are fetched before any is asked, so that one
	// does not wait for the other.
	nodes := t.Lex.trie.nodes
	t.fetched = t.fetched[:0]
	for _, i := range tokens {
		t.fetched = append(t.fetched, nodes[t.sums[i].node])
	}
	ms := t.matches
	for k, i := range tokens {
		from := len(ms)
		if s := &t.sums[i]; s.leads != many {
			ms = t.phrasesFrom(ms, int(i), int(s.leads-1), s.front, &t.fetched[k], s.node)
		} else {
			ms = t.appendAt(ms, int(i))
		}
		t.at[i] = matched{int32(from + 1), int32(len(ms) + 1)}
	}
	t.matches = ms
	return ms
}

// At is where among those that LookUp returned the names of a token stand, half-open.
func (t *Tagged) At(token int32) (from, to int32) {
	at := t.at[token]
	return at.from - 1, at.to - 1
}

// Of is which of the readings of its first token m begins with.
func (m *Match) Of() int { return int(m.reading) }

// ReadingOf is the reading of the first token of m with which its name begins.
func (t *Tagged) ReadingOf(m *Match) *Reading { return &t.Readings[m.First][m.reading] }

// between reports whether the mark at token j may stand inside a name: a hyphen
// or underscore, and a stop that touches what stands on both sides («أ.ف.ب»).
func (t *Tagged) between(j int) bool {
	k := &t.Tokens[j]
	switch k.Word {
	case "-", "_":
		return k.Gap < arabic.Line
	case ".":
		return k.Gap == arabic.None && j+1 < len(t.Tokens) && t.Tokens[j+1].Gap == arabic.None
	}
	return false
}

// phraseLimit is how many names may begin at one reading of a token.
const phraseLimit = 8

// phrasesFrom follows the trie from reading k of token i, which has a front and
// leads to node n, the at-th.
func (t *Tagged) phrasesFrom(ms []Match, i, k int, fr front, n *node, at int32) []Match {
	trie, from := t.Lex.trie, len(ms)
	for j := i + 1; ; j++ {
		if n.tables != 0 && len(ms)-from < phraseLimit {
			ms = append(ms, Match{First: i, Last: j, reading: int32(k), Tables: Tables(n.tables), Names: Tables(n.names), Refs: trie.refsOf(n, at)})
			fr.on(&ms[len(ms)-1])
		}
		if n.words == 0 {
			break
		}
		for j < len(t.Tokens) && t.sums[j].inside < 0 && t.Tokens[j].Kind == arabic.Punct && t.between(j) {
			j++
		}
		if j >= len(t.Tokens) || t.sums[j].inside < 0 || t.Tokens[j].Gap >= arabic.Line {
			break
		}
		if at = trie.next(n, at, t.sums[j].inside); at == 0 {
			break
		}
		n = &trie.nodes[at]
	}
	if len(ms) > from+1 {
		slices.Reverse(ms[from:])
	}
	return ms
}

// front is what stands before a reading's word: the folded bytes of particles,
// which they are, the article.
type front uint8

// The particles that a front may have: و ف and ب ل ك س.
const (
	conjunctions = "\x00wf"
	prepositions = "\x00blks"
)

// frontOf is the front of a reading.
func frontOf(r *Reading) front {
	f := front(strings.IndexByte(conjunctions, r.Conj) | strings.IndexByte(prepositions, r.Prep)<<2)
	if r.Det {
		f |= 1 << 5
	}
	return f | front(r.Cut/2)<<6
}

// on puts a front on m.
func (f front) on(m *Match) {
	m.Cut, m.Conj, m.Prep, m.Det = uint8(f>>6)*2, conjunctions[f&3], prepositions[f>>2&7], f&(1<<5) != 0
}
