package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
	"mahdar/text"
)

// Find adds to p.Reading the meetings, commitments, demands and ceasefires of
// the article.
func Find(p *page.Page) {
	r := &reader{p: p, q: phrases.FindQuotes(p)}
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
}

// reader is the state of reading one article.
type reader struct {
	p          *page.Page
	q          *phrases.Quotes
	unknown    talkMark               // stands for tokens outside the article
	talk       []talkMark             // by token: what talks.tsv knows of it
	inSentence []int32                // by token: its sentence
	stems      []string               // by token: its stem
	saidAt     []int32                // by token: 1 + index of the innermost statement around it
	cueAt      []bool                 // by token: part of a statement's cue
	said       []statement            // the statements read before, by tokens
	actors     map[string]*fact.Actor // by id
	leaders    []span                 // offices of heads of delegations where they stand
	cues       []cue                  // aliases and cues of processes where they stand
	conf       map[string]int         // mentions by state
	all        int                    // sum of conf
	main       map[int32]float64      // score of each process over the article
	top        int32                  // the process that the article is about, -1 for none
	topWeight  float64
	spare      []candidate          // room for the candidates of one mention
	offices    []office             // that the article gives persons; nil until asked for
	hosts      map[string][]int32   // processes by the places that host them
	told       map[int32][][]string // folded parties and cues of a process

	met    []meeting
	truces []truce
	wants  []demand
	titled []demand // what the title asks for
	binds  []bind
}

// talkMark is a word of talks.tsv at a token.
type talkMark struct {
	entry   *lexicon.Talk // nil for none
	reading lexicon.Reading
	sense   lexicon.Sense
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
	return span{r.p.TokenAt(s.Start), r.p.TokenAt(s.End-1) + 1}
}

// prepare marks the words of talks and lays the statements over the tokens.
func (r *reader) prepare() {
	p := r.p
	r.talk = make([]talkMark, len(p.Tokens))
	r.stems = make([]string, len(p.Tokens))
	r.inSentence = make([]int32, len(p.Tokens))
	for n, s := range p.Sentences {
		for i := s.First; i < s.Last; i++ {
			r.inSentence[i] = int32(n)
		}
	}
	for i, k := range p.Tokens {
		if k.Kind == arabic.Word {
			r.stems[i] = stem(k.Word)
		}
	}
	r.actors = make(map[string]*fact.Actor, len(p.Reading.Actors))
	for i := range p.Reading.Actors {
		r.actors[p.Reading.Actors[i].ID] = &p.Reading.Actors[i]
	}
	for i := range p.Tokens {
		if p.Body(i) {
			r.mark(i)
		}
	}
	r.layStatements()
}

// mark looks token i up once for all: the word or phrase of talks.tsv (a phrase
// wins over a word, a word as it stands over one with particles taken off), the
// names and cues of processes, and the office of a delegation's head.
func (r *reader) mark(i int) {
	p := r.p
	var best talkMark
	p.Phrases(i, func(ph lexicon.Phrase) {
		cues := 0
		for _, ref := range ph.Refs {
			switch ref.Table {
			case lexicon.TalkTable:
				if ph.Last-ph.First >= 2 && ph.Last > best.last {
					best = talkMark{entry: &p.Lex.Talks[ref.Entry], reading: ph.Reading, last: ph.Last}
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
				if p.Lex.Offices[ref.Entry].ID == "delegation-head" {
					r.leaders = append(r.leaders, span{i, ph.Last})
				}
			}
		}
		for _, ref := range ph.Refs {
			if ref.Table == lexicon.CueTable && !(ph.Last == i+1 && r.ofConflict(i, ref.Entry)) {
				r.cues = append(r.cues, cue{i, ph.Last, ref.Entry, 1 / float64(cues), false})
			}
		}
	})
	if p.Tokens[i].Kind != arabic.Word {
		return
	}
	if m := p.Mention(i); m != nil && m.Start > p.Tokens[i].Start && m.End < p.Tokens[i].End {
		return
	}
	if best.entry == nil {
		rd, s, ok := p.Find(i, lexicon.TalkWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
			return s.Tense == arabic.Masdar || s.Tense == arabic.Participle || !rd.Undet && rd.Prep != 'b' && rd.Prep != 'k'
		})
		if !ok {
			return
		}
		best = talkMark{entry: &p.Lex.Talks[s.Entry], reading: rd, sense: s, last: i + 1}
	}
	if m := p.Mention(i); m != nil && m.Type != fact.Location && best.entry.Class == lexicon.TalkMeeting && (i == 0 || p.Mention(i-1) == m || !sits(r.stem(i-1))) {
		return // «المؤتمر الوطني العام» is a body and no conference
	}
	r.talk[i] = best
}

// ofConflict reports whether token i is the name of the one state of a process's
// conflict or its adjective: every track of the conflict has it.
func (r *reader) ofConflict(i int, n int32) bool {
	id := ""
	if m := r.p.Mention(i); m != nil && r.stateActs(m) {
		id = strings.TrimPrefix(m.Actor, "state:")
	} else if _, s, ok := r.p.Find(i, lexicon.NisbaWord, nil); ok {
		id = r.p.Lex.States[s.Entry].ID
	}
	c := r.p.Lex.Processes[n].Conflict
	return len(c) == 1 && strings.EqualFold(c[0], id)
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
	if i < 0 || i >= len(r.inSentence) {
		return max(0, len(r.p.Sentences)-1)
	}
	return int(r.inSentence[i])
}

// sentence is the sentence of token i.
func (r *reader) sentence(i int) arabic.Sentence {
	if len(r.p.Sentences) == 0 {
		return arabic.Sentence{}
	}
	return r.p.Sentences[r.sentenceOf(i)]
}

// actor is the actor of an id, nil where there is none.
func (r *reader) actor(id string) *fact.Actor { return r.actors[id] }

// is reports whether token i is a word of the class, and its value.
func (r *reader) is(i int, c lexicon.TalkClass) (string, bool) {
	if i < 0 || i >= len(r.talk) || r.talk[i].entry == nil || r.talk[i].entry.Class != c {
		return "", false
	}
	return r.talk[i].entry.Value, true
}

// class is the class of the word of talks at token i, "" for none.
func (r *reader) class(i int) lexicon.TalkClass {
	if i < 0 || i >= len(r.talk) || r.talk[i].entry == nil {
		return ""
	}
	return r.talk[i].entry.Class
}

// word is what talks.tsv knows of token i; nothing outside the article.
func (r *reader) word(i int) *talkMark {
	if i < 0 || i >= len(r.talk) {
		return &r.unknown
	}
	return &r.talk[i]
}

// readings are the lexicon's readings of token i, none outside the article.
func (r *reader) readings(i int) []lexicon.Reading {
	if i < 0 || i >= len(r.p.Readings) {
		return nil
	}
	return r.p.Readings[i]
}

// isDefinite reports whether token i carries the article.
func (r *reader) isDefinite(i int) bool {
	return i >= 0 && i < len(r.p.Tokens) && phrases.Definite(r.p, i)
}

// isAdjective reports whether token i may qualify a noun before it.
func (r *reader) isAdjective(i int) bool {
	return i >= 0 && i < len(r.p.Tokens) && phrases.Adjective(r.p, i)
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
