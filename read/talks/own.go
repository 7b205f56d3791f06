package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// Talks that nobody has listed are called after a place that nobody has listed
// either: «محادثات مرساة», «مسار مرساة». Their name makes their key, so that
// their rounds come together over all articles.

// ownName is the name that an article gives talks of its own.
type ownName struct {
	key string
	at  []int // tokens at which the name begins
}

// certain is how much must speak for a name before it is one.
const certain = 2

// findOwn finds the name of talks that the article uses most, the first of
// those; the zero value for none.
func (r *reader) findOwn() ownName {
	type found struct {
		ownName
		sure int
	}
	var all []found
	for _, i := range r.nouns {
		if r.talk[i] == 0 && !r.has(i, wordTrack) || !r.talksNoun(i) {
			continue
		}
		name, sure := r.afterTalks(i)
		if name == "" {
			continue
		}
		key := arabic.NameSlug(name)
		if key == "" {
			continue
		}
		n := -1
		for k := range all {
			if all[k].key == key {
				n = k
			}
		}
		if n < 0 {
			if n = len(all); n == mostOwn {
				break
			}
			all = append(all, found{ownName: ownName{key: key}})
		}
		f := &all[n]
		f.at = append(f.at, i+1)
		f.sure += sure
	}
	var best found
	for _, f := range all {
		if f.sure >= certain && len(f.at) > len(best.at) {
			best = f
		}
	}
	return best.ownName
}

// mostOwn bounds the names that are counted in one article.
const mostOwn = 16

// track is the noun for one line of talks.
const track = "مسار"

// talksNoun reports whether token i is a noun for talks that a name may follow.
func (r *reader) talksNoun(i int) bool {
	if r.has(i, wordTrack) {
		return true
	}
	if r.stem(i) == track {
		return false
	}
	if v, ok := r.is(i, lexicon.TalkMeeting); !ok || v != "talks" && v != "dialogue" {
		return false
	}
	rd := r.word(i).reading
	return !rd.Det && rd.Pronoun == "" && r.word(i).last == i+1
}

// ofRound reports whether the talks at token i are told to have a definite
// round: «الجولة الثانية من محادثات».
func (r *reader) ofRound(i int) bool {
	if r.p.Word(i-1) != "من" {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-4; k-- {
		if v, ok := r.is(k, lexicon.TalkMeeting); ok {
			return v == "round" && r.isDefinite(k)
		}
	}
	return false
}

// afterTalks is the name of an unlisted place after the talks at token i, and
// how sure that is. It is "" where the word may be an adjective or what is
// negotiated: «محادثات ثنائية», «مفاوضات سلام». A word that is common elsewhere
// («مرساة» is an anchor) is a name where talks of a definite round are called
// after it, since they are definite themselves, and no noun without its article
// makes them so unless it is a name; or where something is in it.
func (r *reader) afterTalks(i int) (name string, sure int) {
	p, j := r.p, i+1
	if j >= len(p.Tokens) || p.Mark(j) || p.Tokens[j].Gap != arabic.Space || p.Tokens[j].Kind != arabic.Word {
		return "", 0
	}
	if m := p.Mention(j); m != nil {
		a := r.actor(m.Actor)
		if m.Type != fact.Location || a == nil || a.Country != "" || m.Start != p.Tokens[j].Start {
			return "", 0
		}
		return m.Name, certain
	}
	w := p.Word(j)
	const fourLetters = 8
	if len(w) < fourLetters || strings.HasPrefix(w, "ال") || p.Dated(j) || p.Figure(j) != nil || matters[w] || r.action(j) || ofAction(w) || r.class(j) != "" || p.Has(j, page.Masdar|page.Participle|page.Nisba|page.WithConj|page.WithPrep|page.Finite) {
		return "", 0
	}
	for _, end := range [...]string{"يه", "ي", "ات", "ين", "ون", "ان", "ا", "هم", "ها"} {
		if strings.HasSuffix(w, end) {
			return "", 0
		}
	}
	switch {
	case r.ofRound(i) && !r.described(j+1):
		return w, certain
	case r.inPlace(w):
		return w, certain
	case p.Known(j) && !(r.stem(i) == track && strings.HasSuffix(w, "ه")): // no adjective of a masculine noun
		return "", 0
	}
	return w, 1
}

// matters are what talks are about rather than called after, where a common
// noun stands without its article: «الجولة الثانية من محادثات سلام».
var matters = map[string]bool{"سلام": true, "هدنه": true, "تهديه": true, "مصالحه": true, "تسويه": true, "تبادل": true, "حدود": true, "وحده": true, "شراكه": true, "تجاره": true, "سلاح": true, "مساعدات": true, "رهاين": true, "اسري": true, "دستور": true, "حكومه": true, "نفط": true, "مياه": true, "وقف": true}

// ofAction reports whether w (folded) has the shape of the noun of action of a verb of
// the second or sixth form: «مفاوضات ترسيم الحدود», «محادثات تقاسم المياه» are called after
// no place.
func ofAction(w string) bool {
	const letters = 10
	return len(w) == letters && strings.HasPrefix(w, "ت") && (w[6:8] == "ي" || w[4:6] == "ا")
}

// described reports whether the word at token j describes an indefinite noun
// before it: «غير مباشرة».
func (r *reader) described(j int) bool {
	w := r.p.Word(j)
	return w == "غير" || !r.p.Mark(j) && (strings.HasSuffix(w, "يه") || strings.HasSuffix(w, "ه") && r.p.Has(j, page.Participle))
}

// inPlace reports whether the article tells of something in the place w: «في
// مدينة مرساة», «مرساة (…) -» at the head of a report.
func (r *reader) inPlace(w string) bool {
	in, asked := r.inPlaces[w]
	if !asked {
		if r.inPlaces == nil {
			r.inPlaces = map[string]bool{}
		}
		in = r.findPlace(w)
		r.inPlaces[w] = in
	}
	return in
}

// findPlace looks for w as the name of a place in which something is.
func (r *reader) findPlace(w string) bool {
	p := r.p
	for k := range p.Tokens {
		if p.Word(k) != w {
			continue
		}
		switch r.stem(k - 1) {
		case "مدينه", "بلده", "منتجع", "عاصمه", "قريه", "جزيره", "ميناء":
			return true
		}
		if at := p.Sentence(k); at >= 0 && p.Sentences[at].First == k && p.Word(k+1) == "(" {
			return true
		}
	}
	return false
}

// ownProcess is the key of the article's own talks where m is one of their
// meetings: their name stands in its words, or nothing speaks for other talks.
func (r *reader) ownProcess(m *meeting) (key string, named bool) {
	if r.called.key == "" {
		return "", false
	}
	for _, at := range r.called.at {
		if at > m.at && at <= m.at+6 && at < m.clause.last {
			return r.called.key + ownSuffix, true
		}
	}
	if m.kind == "session" && r.ofTalks(m) {
		return r.called.key + ownSuffix, false
	}
	// «محادثات موازية في لوزينا»: told apart by another place and no number.
	if m.kind != "round" || m.weak || m.place != "" && m.ordinal == 0 || r.parallel(m) {
		return "", false
	}
	return r.called.key + ownSuffix, false
}

// ofTalks reports whether a session is told to be one of a round: «جلسة مغلقة
// ضمن الجولة الثانية».
func (r *reader) ofTalks(m *meeting) bool {
	for k := m.at + 1; k <= m.at+4; k++ {
		switch r.p.Word(k) {
		case "ضمن", "خلال", "اطار":
			v, ok := r.is(k+1, lexicon.TalkMeeting)
			return ok && (v == "round" || v == "talks")
		}
	}
	return false
}

// ownSuffix ends the keys of talks that are called after an unlisted place.
const ownSuffix = "-talks"

// parallel reports whether the talks of m are told to be others.
func (r *reader) parallel(m *meeting) bool {
	for k := m.at + 1; k < m.clause.last && k <= m.at+3; k++ {
		switch r.stem(k) {
		case "موازيه", "اخري", "منفصله", "جانبيه", "سابقه":
			return true
		}
	}
	return m.ordinal == 0 && !m.definite && !m.series
}
