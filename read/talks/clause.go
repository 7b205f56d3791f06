package talks

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// joinsVerb reports whether token i, where no name covers it, is a finite verb with
// و or ف before it.
func joinsVerb(p *page.Page, i int) bool {
	if p.Has(i, page.Relative) {
		return false
	}
	finite := p.Has(i, page.Finite)
	if finite && strings.HasSuffix(p.Source[:p.Tokens[i].End], "ة") {
		return false // وإقامة is no وأقامه
	}
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if rd.Cut == 0 && rd.Pronoun == "" && rd.Kinds != 0 {
			return false // فشلت is a word of its own and not ف and another
		}
		if rd.Conj == 0 || rd.Undet || rd.Prep != 0 && rd.Prep != 's' {
			continue
		}
		own := rd.Own()
		for n := range own {
			s := &own[n]
			if (s.Kind == lexicon.SpeechWord || s.Kind == lexicon.DeedWord || s.Kind == lexicon.TalkWord) && (s.Tense == arabic.Past || s.Tense == arabic.Present) {
				return finite || s.Kind == lexicon.TalkWord
			}
		}
		if finite {
			return true
		}
	}
	return false
}

// clause is the clause that token i stands in: from the word that opens it to
// the word that opens the next. A relative clause belongs to the clause of its
// noun.
func (r *reader) clause(i int) span {
	p := r.p
	s := r.sentence(i)
	c := span{s.First, s.Last}
	if r.joinedVerb(i) {
		c.first = i
	}
	for k := i - 1; c.first < i && k >= s.First && k >= i-reach; k-- {
		if r.bits[k]&(wordOpens|wordJoinedVerb) == 0 && !p.Mark(k) {
			continue
		}
		w := p.Word(k)
		if r.stops(k) || w == "،" && k+1 < i && r.joinedVerb(k+1) {
			c.first = k + 1
			break
		}
		if r.opens(k) && p.Date(k) == nil && !(w == "ما" || w == "كما" && k == i-1) {
			c.first = k + 1
			break
		}
		if r.joinedVerb(k) {
			c.first = k
			break
		}
	}
	for k := i + 1; k < s.Last; k++ {
		if r.bits[k]&(wordOpens|wordJoinedVerb|wordExcept) == 0 && !p.Mark(k) && k <= i+reach {
			continue
		}
		w := p.Word(k)
		if r.stops(k) || k > i+reach {
			c.last = k
			break
		}
		if r.opens(k) && w != "ان" || r.has(k, wordExcept) && p.Word(k+1) == "ان" || r.joinedVerb(k) {
			c.last = k
			break
		}
	}
	return c
}

// reach bounds a clause in tokens on either side.
const reach = 60

// stop reports whether the mark w ends a clause.
func stop(w string) bool {
	switch w {
	case "؛", ":", ".", "...", "!", "؟", "?":
		return true
	}
	return false
}

// tenseOf is the tense of token i as a finite verb, where no name covers it; mark is
// what talks.tsv makes of it where it stands, nil where that does not matter.
func tenseOf(p *page.Page, i int, mark *talkMark) (arabic.Tense, bool) {
	switch strings.TrimPrefix(p.Word(i), "و") {
	case "تلقي", "تسلم", "تبادل", "تحدث", "تولي", "تعهد", "تمكن": // pasts that look like presents
		return arabic.Past, true
	}
	rs := p.Readings[i]
	for k := range rs {
		rd := &rs[k]
		if rd.Undet || rd.Prep != 0 && rd.Prep != 's' {
			continue
		}
		own := rd.Own()
		for n := range own {
			switch s := &own[n]; s.Tense {
			case arabic.Past, arabic.Present, arabic.Jussive:
				if s.Kind == lexicon.TalkWord && mark != nil && mark.sense.Tense != s.Tense {
					continue
				}
				return s.Tense, true
			}
		}
	}
	if p.Class(i)&(page.Finite|page.WordToken|page.Relative) == page.Finite|page.WordToken {
		w := strings.TrimPrefix(strings.TrimPrefix(p.Word(i), "و"), "ف")
		if strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت") || strings.HasPrefix(w, "سي") || strings.HasPrefix(w, "ست") {
			return arabic.Present, true
		}
		return arabic.Past, true
	}
	return 0, false
}

// ownArticle reports whether the ال that w (folded) begins with is part of its root
// and no article.
func ownArticle(w string) bool {
	const letters = 10
	if len(w) < letters {
		return false
	}
	switch w[:letters] {
	case "التزا", "التزم", "التقا", "التقي", "التقت", "التحا", "التما", "التفا", "التفت", "البان", "القاء", "الغاء", "الحاق", "الزام":
		return !derived(w)
	}
	return false
}

// derived reports whether w (folded), of five letters or more, is a noun of its own after
// ال: التحالف، التفاوض، التفاهم، التقارير.
func derived(w string) bool {
	for _, v := range [...]string{"التحالف", "التفاوض", "التفاهم", "التفاعل", "التفاول", "التقارب", "التقارير", "التقاعد", "التماسك", "التماثل"} {
		if strings.HasPrefix(w, v) {
			return true
		}
	}
	return false
}

// rooted reports whether the و or ف that w (folded), of more than four letters, begins
// with is part of its root and no conjunction.
func rooted(w string) bool {
	switch w[:8] {
	case "وزير", "وزرا", "وسيط", "وسطا", "وساط", "وساي", "وجها", "وكال", "وافق", "وثيق", "وثاي", "وفود", "وفدا", "وفدي", "ولاي", "وحده", "وحدا", "فصاي", "فصيل", "فلسط", "فرنس", "فريق", "فتره", "فرصه":
		return true
	}
	if len(w) < 10 {
		return false
	}
	switch w[:10] {
	case "وزاره", "وزارا", "واشنط", "فعالي":
		return true
	}
	return false
}

// stem is w (folded) without و or ف, a preposition, and the article.
func stem(w string) string {
	if (len(w) > 8 || len(w) == 8 && w[:4] == "وو") && (w[:2] == "و" || w[:2] == "ف") && !rooted(w) { // ووفد
		w = w[2:]
	}
	if len(w) <= 8 {
		return w
	}
	if counterpart := "نظير"; (w[:2] == "ب" || w[:2] == "ل") && strings.HasPrefix(w[2:], counterpart) {
		return w[2:] // التقى بنظيره
	}
	switch w[:4] {
	case "لل":
		return w[4:]
	case "با", "كا":
		if len(w) > 10 && w[4:6] == "ل" {
			return w[6:]
		}
	case "ال":
		if ownArticle(w) {
			return w
		}
		return arabic.Undet(w)
	}
	return w
}

// trimWaw is w (folded) without و before it.
func trimWaw(w string) string { return strings.TrimPrefix(w, "و") }

// unjoined is words of the article without the و before them, which may stand apart from
// them («و الحكومة»).
func unjoined(words string) string {
	if rest, ok := strings.CutPrefix(words, "و"); ok {
		return strings.TrimLeft(rest, " ")
	}
	return words
}

// bare is the folded word of token i without و or ف before it, where what is left
// is the known word: ووافقت is وافقت, and وافق stays.
func (r *reader) bare(i int) string {
	w := r.p.Word(i)
	for _, rd := range r.readings(i) {
		if rd.Kinds == 0 {
			continue
		}
		if rd.Conj != 0 && len(w) > 4 {
			return w[2:]
		}
		return w
	}
	return w
}
