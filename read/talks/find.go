package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/text"
)

// Find adds to p.Reading the meetings, commitments, demands and ceasefires of
// the article.
func Find(p *page.Page) {
	pool := p.Lex.Scratch(page.TalksScratch)
	r, ok := pool.Get().(*reader)
	if !ok {
		r = &reader{}
	}
	r.begin(p)
	r.prepare()
	r.focus()
	r.meetings()
	r.processes()
	r.unite()
	r.seat()
	r.nexts()
	r.ceasefires()
	r.demands()
	r.commitments()
	r.emit()
	if r.end() {
		pool.Put(r)
	}
}

// reader is the state of reading one article.
type reader struct {
	p         *page.Page
	marks     []talkMark      // the words of talks.tsv in the order of the text, after one that stands for none
	noReading lexicon.Reading // of marks that stand for none
	noSense   lexicon.Sense
	talk      []int32      // by token: its word among marks, 0 for none
	bits      []uint64     // by token: what its word is (words.go)
	memo      []memo       // by token: what was asked of it before
	hits      []hit        // the tokens with which something may begin
	howLong   []int        // the tokens that say how long something goes on
	nouns     []int        // the tokens that a name of talks may follow
	saidAt    []int32      // by token: 1 + index of the innermost statement around it
	cueAt     []bool       // by token: part of a statement's cue
	said      []statement  // the statements read before, by tokens
	leaders   []span       // offices of heads of delegations where they stand
	cues      []cue        // aliases and cues of processes where they stand
	conf      []mentioning // mentions by state
	all       int          // sum of conf
	stands    []standing   // what the article says for each process that was asked for
	standAt   []int16      // by process: 1 + index among stands, 0 for none
	top       int32        // the process that the article is about, -1 for none
	topWeight float64
	votes     bool            // the article tells of rounds of voting
	hostState string          // the state without a conflict in whose places meetings are
	tellings  []telling       // of processes of the lexicon
	inPlaces  map[string]bool // by word: whether something is told to be in a place of that name
	made      string          // the key made last for talks that the lexicon does not know
	called    ownName         // talks that only the article knows
	spare     []candidate     // room for the candidates of one mention
	listed    []int16         // by process: 1 + index among the candidates of the mention in hand
	folk      []folk          // those who meet in the mention in hand
	names     []nameWords     // of those who meet in the article
	room      []party         // for lists of one party
	pairing   bool            // whether the two before a dual are being read
	pairs     []pair          // of sides told together; nil until asked for
	offices   []office        // that the article gives persons; nil until asked for
	near      int             // the token found last for a byte

	hosts     map[string][]int32 // processes by the places and states that host them, of the lexicon
	terms     []term             // by process: when it was going on
	states    map[string]int32   // numbers of the states of conflicts, of the lexicon
	conflicts [][]int32          // by process: the states of its conflict
	keysOf    map[string]int32   // numbers of the states of conflicts by their keys, of the lexicon
	perState  []int32            // by number: how often the article mentions the state
	then      then               // of the mention in hand
	year      int                // in which the article begins, 0 where that is not known
	month     int                // the same
	sideWords sides              // of the lexicon

	meeting meeting   // in hand
	told    []meeting // room for the mentions while they are brought together
	met     []meeting
	truces  []truce
	wants   []demand
	titled  []demand // what the title asks for
	binds   []bind
}

// talkMark is a word of talks.tsv at a token.
type talkMark struct {
	entry   *lexicon.Talk // nil for none
	reading *lexicon.Reading
	sense   *lexicon.Sense
	at      int // its token
	last    int // token after the word or phrase
}

// span is a half-open range of tokens.
type span struct{ first, last int }

func (s span) empty() bool          { return s.last <= s.first }
func (s span) has(i int) bool       { return s.first <= i && i < s.last }
func (s span) overlaps(o span) bool { return s.first < o.last && o.first < s.last }

// bytes is the source span of s, without marks at its ends.
func (r *reader) bytes(s span) text.Span {
	for s.last > s.first && r.p.Mark(s.last-1) {
		s.last--
	}
	for s.last > s.first && r.p.Mark(s.first) {
		s.first++
	}
	return r.p.Span(s.first, s.last)
}

// tokens is the range of tokens under a source span.
func (r *reader) tokens(s text.Span) span {
	if s.Empty() {
		return span{}
	}
	first := r.tokenAt(s.Start)
	return span{first, r.tokenAt(s.End-1) + 1}
}

// tokenAt is TokenAt, looked for near the one found before.
func (r *reader) tokenAt(b int) int {
	r.near = r.p.TokenNear(b, r.near)
	return r.near
}

// delegationHead is the office of those who lead a delegation.
const delegationHead = "delegation-head"

// prepare marks the words of talks and the tokens with which something may begin,
// and lays the statements over the tokens.
func (r *reader) prepare() {
	p := r.p
	for i, bits := range r.bits {
		if bits&(wordNames|wordTalks|wordTrack|wordBegins|wordLasts) == 0 || !p.Body(i) {
			continue
		}
		if bits&wordLasts != 0 {
			r.howLong = append(r.howLong, i)
		}
		phrase := bits&wordNames != 0 && r.phrasal(i)
		if !p.Has(i, page.WordToken) {
			continue
		}
		if !phrase && bits&wordTalks != 0 {
			r.single(i)
		}
		if r.talk[i] != 0 || bits&wordTrack != 0 {
			r.nouns = append(r.nouns, i)
		}
		r.notice(i)
	}
	r.layStatements()
}

// phrasal looks up the phrases that begin at token i: the longest of talks.tsv, the
// names and cues of processes, and the office of a delegation's head. It reports
// whether one of talks.tsv does.
func (r *reader) phrasal(i int) bool {
	const tables = 1<<lexicon.TalkTable | 1<<lexicon.ProcessTable | 1<<lexicon.CueTable | 1<<lexicon.OfficeTable
	p := r.p
	best := talkMark{reading: &r.noReading, sense: &r.noSense, at: i}
	ms := p.PhrasesAt(i, tables)
	for k := range ms {
		ph := &ms[k]
		if ph.Tables&tables == 0 {
			continue
		}
		cues := 0
		for _, ref := range ph.Refs {
			switch ref.Table {
			case lexicon.TalkTable:
				if ph.Last-ph.First >= 2 && ph.Last > best.last {
					best.entry, best.last, best.reading = &p.Lex.Talks[ref.Entry], ph.Last, r.readingOf(ph)
				}
			case lexicon.ProcessTable:
				if r.anyTalks(i, ph.Last, ref.Entry) {
					r.cues = append(r.cues, cue{i, ph.Last, ref.Entry, 1.5, false})
				} else {
					r.cues = append(r.cues, cue{i, ph.Last, ref.Entry, 3, true})
				}
			case lexicon.CueTable:
				cues++
			case lexicon.OfficeTable:
				if p.Lex.Offices[ref.Entry].ID == delegationHead {
					r.leaders = append(r.leaders, span{i, ph.Last})
				}
			}
		}
		if cues > 0 {
			r.cuesOf(ph, cues)
		}
	}
	if best.entry == nil {
		if last := r.cessation(i); last > 0 {
			best.entry, _ = p.Lex.Talk(plainTruce)
			best.last = last
		}
	}
	if best.entry != nil && p.Has(i, page.WordToken) {
		r.mark(best)
	}
	return best.entry != nil
}

// cuesOf notes the n cues of processes that a phrase is.
func (r *reader) cuesOf(ph *lexicon.Match, n int) {
	state := ""
	if ph.Last == ph.First+1 {
		state = r.stateAt(ph.First)
	}
	number, known := int32(-1), false
	if state != "" {
		number, known = r.states[state]
	}
	for _, ref := range ph.Refs {
		if ref.Table == lexicon.CueTable && !(known && r.ofConflict(number, ref.Entry)) {
			r.cues = append(r.cues, cue{ph.First, ph.Last, ref.Entry, 1 / float64(n), false})
		}
	}
}

// readingOf is the reading of the first token of a phrase.
func (r *reader) readingOf(ph *lexicon.Match) *lexicon.Reading {
	rs := r.p.Readings[ph.First]
	for k := range rs {
		if rd := &rs[k]; rd.Pronoun == "" && !rd.Undet && rd.Cut == ph.Cut && rd.Conj == ph.Conj && rd.Prep == ph.Prep && rd.Det == ph.Det {
			return rd
		}
	}
	return &r.noReading
}

// single looks up the word of talks.tsv at token i where no phrase stands.
func (r *reader) single(i int) {
	if r.stopsFighting(i) {
		if e, ok := r.p.Lex.Talk(plainTruce); ok {
			r.mark(talkMark{entry: e, reading: &r.noReading, sense: &r.noSense, at: i, last: i + 2})
		}
		return
	}
	rs := r.p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if !rd.Kinds.Has(lexicon.TalkWord) {
			continue
		}
		own := rd.Own()
		for n := range own {
			s := &own[n]
			if s.Kind == lexicon.TalkWord && (s.Tense == arabic.Masdar || s.Tense == arabic.Participle || !rd.Undet && rd.Prep != 'b' && rd.Prep != 'k') {
				r.mark(talkMark{entry: &r.p.Lex.Talks[s.Entry], reading: rd, sense: s, at: i, last: i + 1})
				return
			}
		}
	}
}

// mark keeps a word of talks, where it is not the inside of a name or a body that
// is called so.
func (r *reader) mark(best talkMark) {
	p, i := r.p, best.at
	m := p.Mention(i)
	if m != nil && m.Start > p.Tokens[i].Start && m.End < p.Tokens[i].End {
		return
	}
	if m != nil && m.Type != fact.Location && best.entry.Class == lexicon.TalkMeeting && (i == 0 || p.Mention(i-1) == m || !sits(r.stem(i-1))) {
		return // «المؤتمر الوطني العام» is a body and no conference
	}
	switch best.entry.Class {
	case lexicon.TalkMeet:
		if best.entry.ID == speaking && !r.onThePhone(i) {
			return // تحدث سالم عن الوضع
		}
	case lexicon.TalkRole:
		if best.entry.ID == "yassara" && trimWaw(p.Word(i)) == "يسر" {
			return // يسر الوزارة أن
		}
		if best.entry.ID == leads && strings.HasSuffix(p.Tokens[i].Span().In(p.Source), "قادة") {
			return // قادة الدول, and not قاده
		}
		if best.entry.ID == heading && best.sense.Tense == arabic.Past && (r.p.Word(i-1) == "في" || r.p.Word(i-1) == "الي") || r.p.Word(i) == "ضمن" {
			return // في رأس ندى، ضمن الجولة
		}
	case lexicon.TalkCourse:
		switch next := p.Word(i + 1); {
		case next == "علي" && best.entry.ID == "allaqa":
			return // التعليق على اللقاء
		case next == "علي" && strings.HasPrefix(p.Word(i), "متوقف"):
			return // متوقف على شرط
		case next == "من" && best.sense.Tense != arabic.Past && !best.reading.Det && (best.entry.Value == "planned" || strings.HasSuffix(p.Word(i), "ا")):
			return // قادما من ندى، انطلاقا من المبدأ
		}
	case lexicon.TalkOverseer:
		if w := p.Word(i); (w == "فيه" || w == "اليه") && !strings.HasSuffix(p.Tokens[i].Span().In(p.Source), "ة") {
			return // فيه and إليه have the letters of آلية
		}
	}
	r.marks = append(r.marks, best)
	r.talk[i] = int32(len(r.marks) - 1)
}

// heading is the verb for being at the head of something.
const heading = "rasa"

// stateAt is the id of the state whose name or adjective token i is, "" for none.
func (r *reader) stateAt(i int) string {
	if m := r.p.Mention(i); m != nil && r.stateActs(m) {
		return strings.TrimPrefix(m.Actor, "state:")
	}
	if _, s, ok := r.p.Find(i, lexicon.NisbaWord, nil); ok {
		return r.p.Lex.States[s.Entry].ID
	}
	return ""
}

// ofConflict reports whether a state, by its number, is the one of a process's conflict: its name
// and adjective are cues of every track of the conflict, and so of none.
func (r *reader) ofConflict(state, n int32) bool {
	c := r.conflicts[n]
	return len(c) == 1 && c[0] == state
}

// anyTalks reports whether the name [i, last) of a process is what all talks on
// its state are called: محادثات السلام القمرية names no one track of them.
func (r *reader) anyTalks(i, last int, n int32) bool {
	pr := &r.p.Lex.Processes[n]
	if len(pr.Conflict) != 1 {
		return false
	}
	nation := false
	for k := i + 1; k < last; k++ {
		if _, s, ok := r.p.Find(k, lexicon.NisbaWord, nil); ok && strings.EqualFold(r.p.Lex.States[s.Entry].ID, pr.Conflict[0]) {
			nation = true
		} else if stem(r.p.Word(k)) != "سلام" {
			return false
		}
	}
	return nation
}

// sits reports whether after w (a stem) the name of a body stands for its
// meeting: أعمال الملتقى الوطني.
func sits(w string) bool {
	switch w {
	case "اعمال", "فعاليات", "جلسات", "جلسه", "افتتاح", "انعقاد", "ختام", "اختتام", "هامش":
		return true
	}
	return false
}

// sentenceOf is the index of the sentence of token i, the last one past the end.
func (r *reader) sentenceOf(i int) int {
	if i < 0 || i >= len(r.p.Tokens) {
		return max(0, len(r.p.Sentences)-1)
	}
	return r.p.Sentence(i)
}

// sentence is the sentence of token i.
func (r *reader) sentence(i int) arabic.Sentence {
	if len(r.p.Sentences) == 0 {
		return arabic.Sentence{}
	}
	return r.p.Sentences[r.sentenceOf(i)]
}

// actor is the actor of an id, nil where there is none.
func (r *reader) actor(id string) *fact.Actor {
	if id == "" {
		return nil
	}
	return r.p.Actor(id)
}

// is reports whether token i is a word of the class, and its value.
func (r *reader) is(i int, c lexicon.TalkClass) (string, bool) {
	if e := r.word(i).entry; e != nil && e.Class == c {
		return e.Value, true
	}
	return "", false
}

// class is the class of the word of talks at token i, "" for none.
func (r *reader) class(i int) lexicon.TalkClass {
	if i < 0 || i >= len(r.talk) || r.talk[i] == 0 {
		return ""
	}
	return r.marks[r.talk[i]].entry.Class
}

// word is what talks.tsv knows of token i; nothing outside the article.
func (r *reader) word(i int) *talkMark {
	if i < 0 || i >= len(r.talk) {
		return &r.marks[0]
	}
	return &r.marks[r.talk[i]]
}

// readings are the lexicon's readings of token i, none outside the article.
func (r *reader) readings(i int) []lexicon.Reading {
	if i < 0 || i >= len(r.p.Readings) {
		return nil
	}
	return r.p.Readings[i]
}

// quoteMark reports whether token i is a quotation mark.
func (r *reader) quoteMark(i int) bool {
	return i >= 0 && i < len(r.p.Tokens) && r.p.Tokens[i].Kind == arabic.Quote
}

// emit hands the findings over.
func (r *reader) emit() {
	r.emitMeetings()
	r.emitTruces()
	r.emitDemands()
	r.emitBinds()
}
