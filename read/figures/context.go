package figures

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// reach is how many words away what befalls the counted may stand.
const reach = 12

// fate is what befalls the people counted in c: the nearest word before them
// in the clause, else the nearest after.
func (f *finder) fate(c count) (string, bool) {
	if u, ok := f.fateBefore(c, reach); ok {
		return u, true
	}
	if f.metDeath(c) {
		return "killed", true
	}
	return f.fateAfter(c, reach)
}

// metDeath reports whether the count is the subject of «met» and their death is told
// further on in the sentence, whoever they are told to be in between: «لقي 22 شخصا بينهم
// ثلاثة من العاملين في … مصرعهم».
func (f *finder) metDeath(c count) bool {
	const far = 40
	switch strings.TrimPrefix(f.word(c.first-1), "و") {
	case "لقي", "لقيت", "لقوا", "يلقي":
	default:
		return false
	}
	for k := c.last; k < min(len(f.p.Tokens), c.last+far) && f.near(k) && !f.p.Has(k, page.Stop); k++ {
		switch f.word(k) {
		case "مصرعهم", "مصرعه", "مصرعها", "مصرعهن", "حتفهم", "حتفه", "حتفها", "حتفهن":
			return true
		}
	}
	return false
}

// fateBeside is a fate so near that it makes a bare number a count.
func (f *finder) fateBeside(c count) (string, bool) {
	if u, ok := f.fateBefore(c, 3); ok {
		return u, true
	}
	return f.fateAfter(c, 3)
}

func (f *finder) fateBefore(c count, limit int) (string, bool) {
	for k, n := c.first-1, 0; k >= 0 && n < limit && f.near(k+1); k, n = k-1, n+1 {
		if f.clauseEnd(k) && !f.goesOn(k+1) {
			return "", false
		}
		if u, ok := f.fateOf(k); ok {
			return u, true
		}
		if f.p.Tokens[k].Kind == arabic.Number || ofStrength(f.word(k)) {
			return "", false
		}
	}
	return "", false
}

// ofStrength reports whether w (folded) leads to how many a force has, whatever befell
// others before it: «رفضت تحرير الرهائن جماعة قوامها 12 ألف مسلح».
func ofStrength(w string) bool {
	switch strings.TrimPrefix(w, "و") {
	case "قوامها", "قوامه", "قوامهم", "تعدادها", "تعداده", "تعدادهم":
		return true
	}
	return false
}

func (f *finder) fateAfter(c count, limit int) (string, bool) {
	for k, n := c.last, 0; k < len(f.p.Tokens) && n < limit && f.near(k); k, n = k+1, n+1 {
		if f.clauseEnd(k) || f.p.Tokens[k].Kind == arabic.Number && f.word(k-1) != "و" {
			return "", false
		}
		if u, ok := f.fateOf(k); ok && !strings.HasPrefix(f.word(k), "و") {
			return u, true
		}
	}
	return "", false
}

// fateOf is the fate that the word at token k tells.
func (f *finder) fateOf(k int) (string, bool) {
	if f.p.Tokens[k].Kind != arabic.Word {
		return "", false
	}
	w := f.word(k)
	u, a, ok := arabic.Lookup(fates, w)
	if !ok && strings.HasPrefix(w, "ال") {
		u, a, ok = arabic.Lookup(fates, w[4:])
		ok = ok && a.Cut == 0
	}
	if strings.HasSuffix(w, "فقد") && f.p.Tokens[min(k+1, len(f.p.Tokens)-1)].Kind != arabic.Number {
		return "", false // rather «فقد» that only leads on
	}
	return u, ok
}

// clauseEnd reports whether the mark at token k ends a clause.
func (f *finder) clauseEnd(k int) bool {
	switch f.word(k) {
	case ".", "؛", "!", "؟", ":", "،", ",":
		return true
	}
	return false
}

// goesOn reports whether the words at token k go on with the count before a
// comma: «إصابة ثلاثة، إضافة إلى طفلين».
func (f *finder) goesOn(k int) bool {
	if f.word(k-1) != "،" {
		return false
	}
	switch f.word(k) {
	case "اضافه", "بالاضافه", "بينهم", "بينهن", "فضلا", "علاوه":
		return true
	case "من":
		return f.word(k+1) == "بينهم" || f.word(k+1) == "بينهن"
	}
	return false
}

// place is the nearest place that the article names after the count in its
// sentence, else the nearest before.
func (f *finder) place(c count) string {
	s := f.p.Sentences[min(f.p.SentenceOf(c.first), len(f.p.Sentences)-1)]
	for k := c.last; k < min(s.Last, c.last+12); k++ {
		if m := f.p.Mention(k); m != nil && m.Type == fact.Location {
			return m.Name
		}
	}
	for k := c.first - 1; k >= max(s.First, c.first-8); k-- {
		if m := f.p.Mention(k); m != nil && m.Type == fact.Location {
			return m.Name
		}
	}
	return ""
}

// source is who gives the count: whom the sentence names after «بحسب» and its
// like, or after the verb of speech before the count.
func (f *finder) source(c count) string {
	s := f.p.Sentences[min(f.p.SentenceOf(c.first), len(f.p.Sentences)-1)]
	for k := c.last; k < min(s.Last, c.last+40); k++ {
		switch f.word(k) {
		case "بحسب", "حسب", "وفق", "وفقا", "حسبما", "بحسبما":
			if name := f.nameIn(k+1, s.Last); name != "" {
				return name
			}
		}
	}
	for k := c.first - 1; k >= max(s.First, c.first-40); k-- {
		if !f.p.Is(k, lexicon.SpeechWord) {
			continue
		}
		if name := f.nameIn(k+1, c.first); name != "" {
			return name
		}
	}
	return ""
}

// nameIn is the first person or body named in tokens [from, to).
func (f *finder) nameIn(from, to int) string {
	for k := from; k < min(to, from+10); k++ {
		if m := f.p.Mention(k); m != nil {
			return m.Name
		}
	}
	return ""
}
