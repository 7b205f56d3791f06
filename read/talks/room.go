package talks

import "mahdar/read/page"

// scratch is this stage's place among lexicon.Scratch.
const scratch = 4

// keptRoom is for articles of how many tokens a reader's room is kept at most.
const keptRoom = 1 << 15

// begin makes a reader ready for p.
func (r *reader) begin(p *page.Page) {
	n := len(p.Tokens)
	r.p = p
	r.bits = vocabulary.LayOver(r.bits, p, wordBits)
	r.talk, r.memo = cleared(r.talk, n), cleared(r.memo, n)
	r.saidAt, r.cueAt = cleared(r.saidAt, n), cleared(r.cueAt, n)
	r.standAt = cleared(r.standAt, len(p.Lex.Processes))
	r.marks = append(r.marks[:0], talkMark{reading: &r.noReading, sense: &r.noSense})
	r.all, r.top, r.topWeight = 0, -1, 0
	r.called, r.near = ownName{}, 0
	if r.hosts == nil {
		r.hosts, r.terms = hostsOf(p.Lex), termsOf(p.Lex)
		r.sideWords = make([][]string, len(p.Lex.Processes))
	}
}

// end empties a reader, so that it holds nothing of the article, and reports
// whether its room is worth keeping.
func (r *reader) end() bool {
	if len(r.memo) > keptRoom {
		return false
	}
	r.p, r.offices, r.called = nil, nil, ownName{}
	r.marks, r.hits, r.cues = emptied(r.marks), r.hits[:0], r.cues[:0]
	r.said, r.leaders = emptied(r.said), r.leaders[:0]
	r.conf, r.stands, r.spare = emptied(r.conf), r.stands[:0], r.spare[:0]
	r.folk, r.room = emptied(r.folk), emptied(r.room)
	r.met, r.told = emptied(r.met), emptied(r.told)
	r.truces, r.wants, r.titled, r.binds = emptied(r.truces), emptied(r.wants), emptied(r.titled), emptied(r.binds)
	return true
}

// cleared is a slice of n zeros, in the room of an old one where it has it.
func cleared[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/4)
	}
	old = old[:n]
	clear(old)
	return old
}

// emptied is a slice without its items.
func emptied[T any](s []T) []T {
	clear(s)
	return s[:0]
}
