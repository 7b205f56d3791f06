package statements

import (
	"strings"

	"mahdar/lexicon"
	"mahdar/read/page"
)

// slot is a slot of a frame and its place in the frame.
type slot struct {
	*lexicon.Slot
	n    int
	last bool
}

// frame tries one frame after the cue. np is the noun phrase after the cue,
// taken as the subject unless the frame needs it as its object.
func (r *reader) frame(c *cue, f *lexicon.Frame, np span, lim int, m *match) bool {
	pos := np.last
	*m = match{subject: np, rule: "statements.clause", ofWhom: f.Slots[0].Kind == lexicon.TakesObject}
	for n := range f.Slots {
		s := slot{&f.Slots[n], n, n == len(f.Slots)-1}
		switch s.Kind {
		case lexicon.TakesQuote:
			return r.quoteSlot(c, m, s, pos, lim)
		case lexicon.TakesClause, lexicon.TakesBian:
			k, content, ok := r.findClause(c, s.Kind == lexicon.TakesBian, lim)
			if !ok {
				return false
			}
			m.zoneEnd, m.content, m.weak, m.rule = k, content, false, "statements.clause"
			return r.afterClauseMark(m, lim)
		case lexicon.TakesWords:
			next, ok := r.fixedWords(c, m, s, pos, lim)
			if !ok || s.last {
				return ok
			}
			pos = next
		case lexicon.TakesObject:
			next, ok := r.object(c, m, s, pos, lim)
			if !ok || s.last {
				return ok && m.content < lim
			}
			pos = next
		default:
			next, ok := r.preposition(c, m, s, pos, lim)
			if !ok || s.last {
				return ok && m.content < lim && m.content > 0
			}
			pos = next
		}
	}
	return false
}

// fixedWords reads a slot of words that go with the verb: «كشف {النقاب} عن», «أعرب عن
// {أمله} في».
func (r *reader) fixedWords(c *cue, m *match, s slot, pos, lim int) (int, bool) {
	k, end, ok := r.literal(s.Words, pos, lim)
	if !ok || s.n > 0 && c.verb.Class == "announce" && r.othersOwn(end, lim) {
		return 0, false
	}
	m.exact = s.n > 0
	if s.last {
		m.zoneEnd, m.content, m.weak, m.rule = k, k, true, "statements.literal"
		if strings.HasPrefix(s.Words, "بال") {
			m.cut = 2 // «اتهمه {بالوقوف} وراء»: without the preposition
		}
		return end, true
	}
	m.zoneEnd = end
	if s.n == 0 {
		m.at, m.worded = k, true
	}
	return end, true
}

// quoteSlot reads a slot that a quotation or the words after a colon fill.
func (r *reader) quoteSlot(c *cue, m *match, s slot, pos, lim int) bool {
	if s.n == 0 && c.finite() && c.reading.Pronoun != "" && r.is(c.first-1, isMa) {
		return false // «كل ما قاله الوزير "مكتوب في الاتفاق"»: the predicate
	}
	from := c.last
	if s.n > 0 { // after whom the words are from
		from = pos
		if r.is(from, isMasdar) && !r.p.Has(from, page.Adverb) {
			return false // «عن الحداد دعم بلاده ل"المبادرة"»: told by a noun
		}
	}
	return r.quoteMatch(c, m, from, lim)
}

// mayResume reports whether a pronoun right after c may take up what the relative before
// c speaks of.
func (r *reader) mayResume(c *cue) bool {
	return c.first > 0 && r.is(c.last, isResuming) && (r.p.Has(c.first-1, page.Relative) || r.is(c.first-1, isMa) || relativeMa(r.p.Word(c.first-1)))
}

// takesUp reports whether the preposition of a slot of f stands right after c with a
// pronoun that takes up what the relative before c speaks of, so that nothing after
// it is what c says: «ما تنص عليه الخطة».
func (r *reader) takesUp(c *cue, f *lexicon.Frame) bool {
	for n := range f.Slots {
		s := &f.Slots[n]
		if s.Kind == lexicon.TakesWords {
			continue
		}
		if rest, ok := strings.CutPrefix(r.p.Word(c.last), s.Mark); ok && (rest == "ه" || rest == "ها") {
			return true
		}
	}
	return false
}

// relativeMa reports whether w (folded) is the relative ما with a preposition before it.
func relativeMa(w string) bool {
	return w == "بما" || w == "لما" || w == "مما" || w == "عما" || w == "فيما"
}

// firsts is for how many different first slots of a verb's frames it is remembered
// where they are met.
const firsts = 16

// start is where a first slot is met.
type start struct {
	at        int
	ok, known bool
}

// begins reports whether the first slot of f may be met, before anything is
// laid out for it: most frames of a verb are not. at is the token where it is, 0
// where only the frame can tell. starts holds what was found for frames that begin
// alike.
func (r *reader) begins(c *cue, f *lexicon.Frame, starts *[firsts]start, pos, lim int) (at int, ok bool) {
	s := &f.Slots[0]
	switch s.Kind {
	case lexicon.TakesWords:
		at, _, ok = r.literal(s.Words, pos, lim)
		return at, ok
	case lexicon.TakesObject:
		return 0, true
	case lexicon.TakesQuote:
		q := &r.memoOf(c, lim).quote
		return 0, q.ok || !q.known || q.from != c.last
	}
	met := &starts[f.First%firsts]
	if met.known && f.First < firsts {
		return met.at, met.ok
	}
	if s.Clause() {
		at, _, ok = r.findClause(c, s.Kind == lexicon.TakesBian, lim)
	} else {
		at, _, ok = r.findPreposition(c, s, pos, lim)
	}
	*met = start{at, ok, true}
	return at, ok
}

// clauseAlone reports whether all that f wants is a clause.
func clauseAlone(f *lexicon.Frame) bool { return len(f.Slots) == 1 && f.Slots[0].Clause() }

// mayGoOn reports whether a frame whose first slot is a preposition, which stands at
// token at, may go on with the words of its second: «أعرب عن {أمله}». It is asked
// before the frame is laid out, and never says no to one that would be met.
func (r *reader) mayGoOn(f *lexicon.Frame, at, lim int) bool {
	if len(f.Slots) < 2 || f.Slots[1].Words == "" {
		return true
	}
	s := &f.Slots[0]
	if s.Kind != lexicon.TakesPreposition || s.Role != "content" || s.Mark == "الي" && r.area(at+1) {
		return true
	}
	next := at // the preposition is attached
	if r.p.Word(at) == s.Mark {
		next++
	}
	return r.passable(next, lim).letters&letter(f.Slots[1].Words) != 0
}

// resumptive reports whether the pronoun on c may be something other than an
// object: after ما and relatives it takes up what is told («ما قالته»), and then the clause
// is not the verb's.
func resumptive(c *cue) bool { return c.verb.Class == "say" && c.verb.Past == "قال" }
