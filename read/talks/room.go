package talks

import "mahdar/read/page"

// keptRoom is for articles of how many tokens a reader's room is kept at most.
const keptRoom = 1 << 15

// begin makes a reader ready for p.
func (r *reader) begin(p *page.Page) {
	n := len(p.Tokens)
	r.p = p
	r.bits = vocabulary.Lay(p, wordBits)
	r.talk, r.memo = page.Cleared(r.talk, n), page.Cleared(r.memo, n)
	r.saidAt, r.cueAt = page.Cleared(r.saidAt, n), page.Cleared(r.cueAt, n)
	r.listed = page.Cleared(r.listed, len(p.Lex.Processes))
	r.standAt = page.Cleared(r.standAt, len(p.Lex.Processes))
	r.marks = append(r.marks[:0], talkMark{reading: &r.noReading, sense: &r.noSense})
	r.all, r.top, r.topWeight = 0, -1, 0
	r.called, r.made, r.votes, r.near = ownName{}, "", false, 0
	r.year, r.month = year(r.day(0)), month(r.day(0))
	if r.hosts == nil {
		r.hosts, r.terms = hostsOf(p.Lex), termsOf(p.Lex)
		r.states, r.conflicts = conflictsOf(p.Lex)
		r.keysOf = stateKeys(p.Lex, r.states)
		r.sideWords = sidesOf(p.Lex)
	}
	r.perState = page.Cleared(r.perState, len(r.states))
}

// end empties a reader, so that it holds nothing of the article, and reports
// whether its room is worth keeping.
func (r *reader) end() bool {
	if len(r.memo) > keptRoom {
		return false
	}
	r.pairs = nil
	r.p, r.offices, r.called, r.made = nil, nil, ownName{}, ""
	clear(r.inPlaces)
	r.marks, r.hits, r.cues, r.nouns = page.Emptied(r.marks), r.hits[:0], r.cues[:0], r.nouns[:0]
	r.howLong = r.howLong[:0]
	r.names = page.Emptied(r.names)
	r.said, r.leaders = page.Emptied(r.said), r.leaders[:0]
	r.conf, r.stands, r.spare = page.Emptied(r.conf), r.stands[:0], r.spare[:0]
	r.hostState, r.tellings = "", page.Emptied(r.tellings)
	r.folk, r.room = page.Emptied(r.folk), page.Emptied(r.room)
	r.met, r.told = page.Emptied(r.met), page.Emptied(r.told)
	r.truces, r.wants, r.titled, r.binds = page.Emptied(r.truces), page.Emptied(r.wants), page.Emptied(r.titled), page.Emptied(r.binds)
	return true
}
