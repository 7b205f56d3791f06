package incidents

import (
	"strings"

	"mahdar/lexicon"
	"mahdar/read/page"
)

// Frames are written with words («شن {هجوما} على»), which may stand in any case, with
// or without their article and particles. What such a word is told by, its root
// (stem), is numbered when the lexicon is taken up, and a token carries the numbers
// of its own (bits.go), so that frames are tried without a look at letters.

// root is the number of a root, 0 for those of which no frame has a word.
type root uint16

// A token has two: that of its word, and that of its word without particles.
const (
	firstRoot  = 45
	secondRoot = firstRoot + rootSize
	rootSize   = 9
	mostRoots  = 1<<rootSize - 1 // numbered no further: those from here on are told apart by their letters
)

// roots numbers the roots of the words of frames.
type roots map[string]root

func (n roots) number(stem string) root {
	x, ok := n[stem]
	if !ok {
		x = root(min(len(n)+1, mostRoots))
		n[stem] = x
	}
	return x
}

// of are the roots of token i as its bits have them. The root of the word without
// particles counts only where the word has its letters.
func (n roots) of(p *page.Page, i int) uint64 {
	w := p.Tokens[i].Word
	b := stem(bareWord(p, i))
	x, y := n[stem(w)], root(0)
	if strings.Contains(w, b) {
		y = n[b]
	}
	return uint64(x)<<firstRoot | uint64(y)<<secondRoot
}

// literal is the words that a slot of a frame is filled by.
type literal struct {
	mark  mark   // a preposition that they begin with, if other words follow
	first string // the first word
	words []literalWord
}

// literalWord is a word of a frame.
type literalWord struct {
	stem string
	root root
}

func (n roots) literal(words string) *literal {
	l := &literal{}
	for _, w := range strings.Fields(words) {
		s := stem(w)
		l.words = append(l.words, literalWord{s, n.number(s)})
	}
	first, _, more := strings.Cut(words, " ")
	l.first = first
	if more {
		l.mark, _ = preposition(first)
	}
	return l
}

// slot is a slot of a frame with its words made ready.
type slot struct {
	lexicon.Slot
	mark  mark
	lit   *literal // its words, nil for none
	prep  bool     // they are a preposition, which is bound as marks are: {مع}
	words mark     // that preposition
}

// noun reports whether a slot has words that are more than a preposition.
func (s *slot) noun() bool { return s.lit != nil && !s.prep }

// frame is a frame with its slots made ready.
type frame struct {
	act   string
	slots []slot
	heads uint64 // bits of the roots that its words begin with: without all of them it binds nothing
	noun  opening
	after bool // what opens it follows the object, a noun's genitive
}

// grammar is an entry of deeds and how it is complemented. What is asked of most words
// stands first, side by side.
type grammar struct {
	Class, Act string  // of lexicon.Verb
	needed     bool    // all frames have literal words: it is a deed only with one of them
	light      bool    // so is a noun that is the masdar of a verb
	open       bool    // a noun may have a frame with literal words
	takes      bool    // a frame has an object or literal words
	suffered   bool    // a noun takes the one who suffers as its genitive
	harm       bool    // it tells what came of an attack
	marks      uint64  // the bits of the prepositions that frames begin with
	opens      markSet // the marks without which no frame of a noun binds anything
	frames     []frame
	begin      rootSet // the roots that first begins with
	ID, Past   string
	genitive   string      // the role of the object of the first frame that has one first: that of a noun's genitive
	first      []slotWords // the first words of each frame that has some
}

// slotWords are the first literal words of a frame and the preposition before them.
type slotWords struct {
	mark mark
	*literal
}

// rootSet is a set of roots.
type rootSet []uint64

func (s *rootSet) add(x root) {
	for len(*s) <= int(x>>6) {
		*s = append(*s, 0)
	}
	(*s)[x>>6] |= 1 << (x & 63)
}

func (s rootSet) has(x root) bool { return int(x>>6) < len(s) && s[x>>6]>>(x&63)&1 == 1 }

// grammars makes the frames of the lexicon's deeds ready, by entry.
func grammars(lex *lexicon.Lexicon) ([]grammar, roots) {
	n := roots{}
	out := make([]grammar, len(lex.Deeds))
	for e := range lex.Deeds {
		g, v := &out[e], &lex.Deeds[e]
		g.ID, g.Past, g.Class, g.Act = v.ID, v.Past, v.Class, v.Act
		g.needed, g.harm = true, harm(v.ID)
		for k := range v.Frames {
			f := &v.Frames[k]
			made := frame{act: f.Act}
			for _, s := range f.Slots {
				x := slot{Slot: s, mark: markOf(s.Mark)}
				if s.Words != "" {
					x.lit = n.literal(s.Words)
					x.words, x.prep = preposition(s.Words)
				}
				made.slots = append(made.slots, x)
			}
			made.heads, made.noun = headsOf(made.slots), openingOf(made.slots)
			made.after = len(made.slots) > 0 && made.slots[0].mark == markObject
			if made.after && g.genitive == "" {
				g.genitive = made.slots[0].Role
			}
			g.suffered = g.suffered || k == 0 && made.after
			g.opens |= made.noun.marks
			g.frames = append(g.frames, made)
			g.begins(made.slots)
			w, ok := firstLiteral(made.slots)
			if !ok {
				g.needed = false
				continue
			}
			g.first = append(g.first, w)
			g.begin.add(w.words[w.head()].root)
			if w.first == right {
				g.begin.add(n.number("ب" + right))
			}
		}
		g.light = g.needed && g.Past != ""
	}
	return out, n
}

// opening is without what a frame binds nothing of what follows a noun.
type opening struct {
	marks markSet // of which one phrase must have one
	heads uint64  // bits of the roots that a phrase must be headed by
}

// openingOf is the opening of a frame with the slots (secondSlot, bindNoun).
func openingOf(slots []slot) opening {
	o := opening{marks: ^markSet(0)}
	if len(slots) == 0 {
		return opening{}
	}
	switch s := &slots[0]; {
	case s.mark == markObject:
		if len(slots) < 2 || s.Role == "content" || slots[1].Role != "recipient" || slots[1].Words != "" {
			return opening{}
		}
		o.marks = underMark(slots[1].mark)
	case s.prep:
		o.marks = marks(s.words)
	case s.lit != nil:
		o.heads = headsOf(slots[:1])
	case len(slots) > 1 && slots[1].lit != nil:
		o.heads = headsOf(slots[1:2])
	default:
		o.marks = underMark(s.mark)
	}
	return o
}

// headsOf are the bits of the roots that the literal words of slots begin with. Words
// that begin with a preposition may be bound without it, and «بحق» in one word.
func headsOf(slots []slot) uint64 {
	var heads uint64
	for k := range slots {
		if s := &slots[k]; s.noun() && s.Role != "topic" && s.lit.mark == markBare && s.lit.first != right {
			heads |= s.lit.words[0].root.bit()
		}
	}
	return heads
}

// bit is one of 64, which others may have as well.
func (x root) bit() uint64 { return 1 << (x & 63) }

// headsIn are the bits of the roots that phrases are headed by.
func (r *reader) headsIn(comps []complement) uint64 {
	var heads uint64
	for n := range comps {
		for _, s := range r.items(&comps[n]) {
			for k := s.first; k < s.last; k++ {
				if b := r.bits[k] >> firstRoot & (1<<(2*rootSize) - 1); b != 0 {
					heads |= root(b&mostRoots).bit() | root(b>>rootSize).bit()
				}
				if !r.has(k, bareQuantifier) && !r.number(k) {
					break
				}
			}
		}
	}
	return heads
}

// begins notes by what a frame of a noun is bound (bindNoun), where it does not begin
// with the object, which is the noun's genitive.
func (g *grammar) begins(slots []slot) {
	for k := range slots {
		g.takes = g.takes || slots[k].mark == markObject || slots[k].noun()
	}
	if len(slots) == 0 {
		return
	}
	switch s := &slots[0]; {
	case s.mark == markObject:
	case s.noun() || len(slots) > 1 && slots[1].lit != nil:
		g.open = true
	case s.prep && s.Role == "recipient":
		g.marks |= markBit(s.words)
	case s.Role == "recipient" || s.Role == "place" && s.mark == markAla:
		g.marks |= markBit(s.mark)
	}
}

// head is the index of the first word that is sought: a preposition before it is
// sought as the mark of a phrase.
func (w *slotWords) head() int {
	if w.mark == markBare && w.literal.mark != markBare {
		return 1
	}
	return 0
}

func firstLiteral(slots []slot) (w slotWords, ok bool) {
	for k := range slots {
		s := &slots[k]
		if s.noun() {
			w.literal = s.lit
			return w, true
		}
		if s.Words == "" && s.mark != markObject {
			w.mark = s.mark
		}
	}
	return w, false
}

// needsLiteral reports whether all frames of an entry have literal words: it is a
// deed only with one of them.
func (r *reader) needsLiteral(c *cue) bool { return c.verb.needed }

// mayHaveLiteral reports whether a word with which literal words of c's frames begin
// stands before the end of what c can reach: most light verbs are passed over by
// this, and their clause is not read.
func (r *reader) mayHaveLiteral(c *cue) bool {
	g := c.verb
	for k, lim := c.last, min(r.sent.Last, c.last+reach); k < lim; k++ {
		if r.rootIn(k, g.begin) {
			return true
		}
	}
	return false
}

// rootIn reports whether token k has a root of the set.
func (r *reader) rootIn(k int, set rootSet) bool {
	b := r.bits[k] >> firstRoot & (1<<(2*rootSize) - 1)
	return b != 0 && (set.has(root(b&mostRoots)) || set.has(root(b>>rootSize)))
}

// headed reports whether one of the phrases is headed by a word of the set, or
// is one after «بحق», which has it in itself.
func (r *reader) headed(comps []complement, set rootSet) bool {
	for n := range comps {
		c := &comps[n]
		if c.mark == markBihaqq {
			return true
		}
		for _, s := range r.items(c) {
			for k := s.first; k < s.last; k++ {
				if r.rootIn(k, set) {
					return true
				}
				if !r.has(k, bareQuantifier) && !r.number(k) {
					break
				}
			}
		}
	}
	return false
}

// hasLiteral reports whether literal words of one of c's frames stand in the clause
// after it: without them a light verb tells nothing.
func (r *reader) hasLiteral(c *cue) bool {
	comps := r.complements(c.last)
	if !r.headed(comps, c.verb.begin) {
		return false
	}
	r.light = true
	defer func() { r.light = false }()
	for _, l := range c.verb.first {
		if n, _ := r.findLiteral(comps, 0, l.mark, l.literal); n >= 0 {
			return true
		}
	}
	return false
}

// findLiteral is the complement with the mark whose head the words are, and the
// token after them.
func (r *reader) findLiteral(comps []complement, at int, under mark, l *literal) (int, int) {
	words := l.words
	if under == markBare && l.mark != markBare {
		under, words = l.mark, words[1:]
	}
	if under == markBi && l.first == right && len(words) == 1 { // بحق is one word and two
		if n := find(comps, at, markBihaqq); n >= 0 {
			return n, r.whole(&comps[n]).first
		}
	}
	for n := at; n < len(comps); n++ {
		c := &comps[n]
		if c.mark != under && !(under == markBare && c.mark == markBi && r.p.Word(r.whole(c).first) == l.first) && !(under == markBare && c.mark == markLi && r.light) {
			continue
		}
		for _, s := range r.items(c) {
			for k := s.first; k < s.last; k++ {
				if after, ok := r.literal(words, k, min(s.last+2, r.sent.Last)); ok {
					return n, after
				}
				if !r.has(k, bareQuantifier) && !r.number(k) {
					break
				}
			}
		}
	}
	return -1, 0
}

// right is the noun of «بحق», which is a preposition in one word.
const right = "حق"

// literal reports whether the words of a frame's slot stand at token i, and the
// token after them.
func (r *reader) literal(words []literalWord, i, lim int) (int, bool) {
	if i+len(words) > lim {
		return 0, false
	}
	for k := range words {
		w, b := &words[k], r.bits[i+k]>>firstRoot
		if root(b&mostRoots) != w.root && root(b>>rootSize&mostRoots) != w.root || w.root == mostRoots && !r.rooted(i+k, w.stem) {
			return 0, false
		}
	}
	return i + len(words), true
}

// rooted reports whether token i has the root.
func (r *reader) rooted(i int, root string) bool {
	w := r.p.Word(i)
	return strings.Contains(w, root) && (stem(w) == root || stem(r.bare(i)) == root)
}
