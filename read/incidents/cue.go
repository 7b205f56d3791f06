package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// span is a half-open range of tokens.
type span struct{ first, last int }

func (s span) empty() bool { return s.last <= s.first }

// cue is a word or phrase that may tell a deed: one entry in one form.
type cue struct {
	span
	verb    *grammar
	reading *lexicon.Reading
	tense   arabic.Tense
	person  uint8
	count   arabic.Count
	fem     bool
	adverb  bool // indefinite accusative: هجوما
}

func (c *cue) finite() bool {
	return c.tense == arabic.Past || c.tense == arabic.Present || c.tense == arabic.Jussive
}

// cues are the ways in which token i may begin to tell a deed: phrases first, the
// longest first, then single words.
func (r *reader) cues(i int) []cue {
	p := r.p
	out := r.buf[:0]
	if p.Begins(i, lexicon.DeedTable) {
		out = r.phrasal(i, out)
	}
	if p.Has(i, page.Deed) {
		out = wordCues(p, r.grammar, i, out)
	}
	r.buf = out
	return out
}

// wordCues adds the ways in which the word of token i by itself may tell a deed.
func wordCues(p *page.Page, entries []grammar, i int, out []cue) []cue {
	return wordCuesAs(p, entries, i, p.AndHamza(i), out)
}

// wordCuesAs is wordCues of a word that is written with و and a hamza, or not.
func wordCuesAs(p *page.Page, entries []grammar, i int, hamza bool, out []cue) []cue {
	rs := p.Readings[i]
	least, plain := least(rs)
	if strings.HasPrefix(p.Tokens[i].Word, "وو") || least == 0 && hamza {
		least, plain = max(least, uint8(len("و"))), plain && least > 0 // ووصل: no passive of واصل; وأدى: no valley
	}
	for k := range rs {
		rd := &rs[k]
		if !rd.Kinds.Has(lexicon.DeedWord) || rd.Cut > least || plain && rd.Pronoun != "" {
			continue
		}
		own := rd.Own()
		for n := range own {
			s := &own[n]
			if s.Kind != lexicon.DeedWord {
				continue
			}
			c := cue{span: span{i, i + 1}, verb: &entries[s.Entry], reading: rd, tense: s.Tense, person: s.Person, count: s.Count, fem: s.Feminine, adverb: s.Adverbial}
			if c.mayTell() {
				out = append(out, c)
			}
		}
	}
	return out
}

// mayTell reports whether a form may tell a deed wherever it stands.
func (c *cue) mayTell() bool {
	switch {
	case c.finite():
		return c.verbForm()
	case c.tense == arabic.Masdar:
		return c.reading.Prep != 'k'
	}
	return c.tense == arabic.Participle && c.captive()
}

// phrasal adds the phrases of deeds that begin at token i.
func (r *reader) phrasal(i int, out []cue) []cue {
	p := r.p
	ms := p.PhrasesAt(i, 1<<lexicon.DeedTable)
	for k := range ms {
		ph := &ms[k]
		for _, ref := range ph.Refs {
			if ref.Table != lexicon.DeedTable {
				continue
			}
			t := arabic.Masdar
			if v := &r.grammar[ref.Entry]; ref.Alias == 0 || ref.Alias == 3 && v.Past != "" {
				t = arabic.Past
			} else if ref.Alias == 2 {
				t = arabic.Participle
			}
			out = append(out, cue{span: span{i, ph.Last}, verb: &r.grammar[ref.Entry], tense: t, reading: p.ReadingOf(ph)})
		}
	}
	return out
}

// telling are the kinds of senses that make a word an ordinary one.
const telling = 1<<lexicon.SpeechWord | 1<<lexicon.DeedWord | 1<<lexicon.UnitWord | 1<<lexicon.NisbaWord | 1<<lexicon.Common | 1<<lexicon.HeadWord | 1<<lexicon.SceneWord

// least is the least that is taken off the front of a word in any of its readings, and
// whether it is so read without a pronoun: «يعني» is a word and not «يعن» with «ني», «وصفت»
// one and not «صفت» after و.
func least(rs []lexicon.Reading) (cut uint8, plain bool) {
	cut = 255
	for k := range rs {
		rd := &rs[k]
		if rd.Kinds&telling == 0 {
			continue
		}
		if rd.Cut < cut {
			cut, plain = rd.Cut, false
		}
		if rd.Cut == cut && rd.Pronoun == "" {
			plain = true
		}
	}
	return cut, plain
}

// stem is a folded word in the form in which literals of frames are compared:
// without its article, the accusative's ا, and an attached pronoun («with or without
// ال and in any case»).
func stem(w string) string {
	w = arabic.Undet(w)
	if len(w) >= 8 && strings.HasSuffix(w, "ا") {
		w = w[:len(w)-2]
	}
	if len(w) >= 10 && strings.HasSuffix(w, "ات") {
		w = w[:len(w)-4]
	}
	if len(w) >= 14 && (strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين")) {
		return w[:len(w)-4]
	}
	if len(w) < 8 {
		return w
	}
	switch w[len(w)-1] { // of ا م ه
	case 0xA7, 0x85, 0x87:
	default:
		return w
	}
	for _, s := range [...]string{"تهما", "تهم", "تها", "ته", "هما", "هم", "ها", "ه"} {
		if len(w)-len(s) >= 6 && strings.HasSuffix(w, s) {
			return w[:len(w)-len(s)]
		}
	}
	return w
}

// bare is the folded word of token i without و or ف and ب or ل before it, as the
// lexicon takes it apart; the word itself where it is known as it stands.
func (r *reader) bare(i int) string { return bareWord(r.p, i) }

func bareWord(p *page.Page, i int) string {
	w := p.Word(i)
	best := w
	if uint(i) >= uint(len(p.Readings)) {
		return w
	}
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if rd.Kinds == 0 {
			continue
		}
		if rd.Cut == 0 {
			return w
		}
		if int(rd.Cut) < len(w) && best == w && rd.Prep != 's' {
			best = w[rd.Cut:]
			if rd.Prep == 'l' && rd.Det && !strings.HasPrefix(best, "ال") {
				best = "ال" + best
			}
		}
	}
	return best
}
