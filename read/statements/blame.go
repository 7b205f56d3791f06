package statements

import (
	"strings"
	"unicode/utf8"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// blames reports whether the content lays a failure at somebody's door: «فشلت بسبب
// إصرار …», «فشلت في الوفاء ب».
func (r *reader) blames(d *draft) bool {
	p := r.p
	for k := d.first; k+1 < d.last && k < d.first+30; k++ {
		if w := p.Word(k); w == "لسنا" || w == "لست" {
			return false // «لسنا من يعرقل»: of the speaker himself
		}
		if !r.is(k, isBlame) {
			continue
		}
		w, v := stem(p.Word(k)), stem(p.Word(k+1))
		switch w {
		case "بسبب", "جراء", "نتيجه":
			switch {
			case strings.HasPrefix(v, "اصرار"), strings.HasPrefix(v, "تعنت"), strings.HasPrefix(v, "رفض"), strings.HasPrefix(v, "تاخر"), v == "عدم":
				return true
			}
		case "يتحمل", "تتحمل", "يتحملون", "يتحملان":
			if v == "كامل" || v == "كل" {
				v = stem(p.Word(k + 2))
			}
			if v == "مسووليه" && (p.Word(k+2) != "كبيره" && harm(stem(p.Word(k+2))) || harm(stem(p.Word(k+3)))) {
				return true // «الحكومة تتحمل مسؤولية الفشل»
			}
		case "مسوول", "مسووله", "مسوولون", "مسوولين":
			if v == "عن" && k+2 < d.last && harm(stem(p.Word(k+2))) {
				return true // «الحركة مسؤولة عن انهيار الهدنة»
			}
		case "فشلت", "فشل", "اخفقت", "اخفق", "فشلها", "فشله":
			if v == "في" && k+2 < d.last && (stem(p.Word(k+2)) == "وفاء" || stem(p.Word(k+2)) == "التزام" || stem(p.Word(k+2)) == "ضغط") {
				return true
			}
		}
	}
	return false
}

// doneByOwn reports whether the content tells a deed of the speaker's own side as
// done: «إنها صادرت أسلحة», «بلاده ردت», «تم الاتفاق على», «أكد إطلاق سراح».
func (r *reader) doneByOwn(d *draft) bool {
	p := r.p
	if d.speaker.kind == "unnamed" || d.first >= d.last {
		return false
	}
	switch p.Word(d.first) {
	case "تم", "جري":
		return true
	}
	w := p.Word(d.first - 1)
	itself := w == "انها" || w == "انهم" || w == "انه"
	body := d.speaker.kind == "organisation" || d.speaker.kind == "country"
	if itself && (body && r.pastOf(lexicon.DeedWord, d.first) || r.decided(d.first)) {
		return true
	}
	if d.weak && (d.cue.verb == nil || d.cue.verb.Class == "say" || d.cue.verb.Class == "announce") {
		_, s, ok := p.Find(d.first, lexicon.DeedWord, func(rd lexicon.Reading, s lexicon.Sense) bool { return s.Tense == arabic.Masdar && rd.Pronoun == "" })
		return ok && p.Lex.Deeds[s.Entry].Class != "ASSAULT"
	}
	return r.is(d.first, isOwn) && d.first+1 < d.last && (r.pastOf(lexicon.DeedWord, d.first+1) || r.pastOf(lexicon.SpeechWord, d.first+1))
}

// pastOf reports whether token k is a past form of a verb of the kind.
func (r *reader) pastOf(kind lexicon.Kind, k int) bool {
	_, _, ok := r.p.Find(k, kind, func(rd lexicon.Reading, s lexicon.Sense) bool { return s.Tense == arabic.Past && rd.Cut == 0 })
	return ok
}

// attacked reports whether the content tells that others attacked what is the speaker's own:
// «إن الجيش هاجم مواقعها».
func (r *reader) attacked(d *draft) bool {
	p := r.p
	if d.weak || d.speaker.kind == "unnamed" || r.relays(d.speaker) || r.is(d.first, isOwn) {
		return false
	}
	for k := d.first + 1; k+1 < d.last && k < d.first+6 && !p.Mark(k); k++ {
		if !r.is(k, isPast) || !r.ofHis(k+1) && !(k+2 < d.last && !p.Has(k+1, page.Preposition|page.Relative) && r.ofHis(k+2)) {
			continue
		}
		_, s, ok := p.Find(k, lexicon.DeedWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
			return s.Tense == arabic.Past && rd.Pronoun == "" && rd.Cut == 0
		})
		if !ok || p.Lex.Deeds[s.Entry].Class != "ASSAULT" || r.negated(k) || p.Has(d.first, page.Suffixed) || p.Has(k, page.Definite) {
			continue
		}
		return true
	}
	return false
}

// ofHis reports whether token k is a noun with the pronoun of somebody, and no feminine.
func (r *reader) ofHis(k int) bool {
	p := r.p
	if k >= len(p.Tokens) || !p.Has(k, page.Suffixed) || p.Has(k, page.Definite|page.Preposition|page.Finite) {
		return false
	}
	w := p.Tokens[k].Span().In(p.Source)
	return strings.HasSuffix(w, "ه") || strings.HasSuffix(w, "ها") || strings.HasSuffix(w, "هم")
}

// denied reports whether the content says of news or charges that they are not so: «الأنباء
// كاذبة», «الاتهامات باطلة».
func (r *reader) denied(d *draft) bool {
	switch stem(r.p.Word(d.first)) {
	case "انباء", "تقارير", "معلومات", "مزاعم", "اتهامات", "ادعاءات", "اخبار", "شايعات", "تصريحات":
	default:
		return false
	}
	for k := d.first + 1; k < d.last && k < d.first+10; k++ {
		switch r.p.Word(k) {
		case "كاذبه", "باطله", "ملفقه", "مفبركه", "عاريه", "زايفه", "مغلوطه":
			return true
		}
	}
	return false
}

// decided reports whether token k is the past of a verb by which somebody decides:
// «إنه أصدر أوامر», «إنه وافق على».
func (r *reader) decided(k int) bool {
	_, _, ok := r.p.Find(k, lexicon.SpeechWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		switch class := r.p.Lex.Speech[s.Entry].Class; class {
		case "announce", "accept", "demand", "pledge":
			return s.Tense == arabic.Past && s.Person == 3 && rd.Cut == 0
		}
		return false
	})
	return ok
}

// casualties reports whether the content is headed by a noun of killing or attack,
// which sources tell and nobody announces as his own.
func (r *reader) casualties(d *draft) bool {
	_, s, ok := r.p.Find(d.first, lexicon.DeedWord, func(_ lexicon.Reading, s lexicon.Sense) bool { return s.Tense == arabic.Masdar })
	return ok && d.weak && r.p.Lex.Deeds[s.Entry].Class == "ASSAULT"
}

// shaped reports whether w (folded) has the shape of a noun of action of a derived
// verb: إفعال, تفعيل, مفاعلة, تفاعل, افتعال, انفعال, استفعال.
func shaped(w string) bool {
	if len(w) < 10 || len(w) > 16 {
		return false
	}
	var shapes []string
	switch w[:2] {
	case "ا":
		shapes = shapesOfAlif
	case "ت":
		shapes = shapesOfTa
	case "م":
		shapes = shapesOfMim
	}
	for _, shape := range shapes {
		if fits(w, shape) {
			return true
		}
	}
	return false
}

// The shapes by their first letter.
var (
	shapesOfAlif = []string{"ا..ا.", "ا..ا.ه", "ا.ت.ا.", "ان..ا.", "است..ا.", "است...ه"}
	shapesOfTa   = []string{"ت..ي.", "ت..ي.ه", "ت..يه", "ت.ا.."}
	shapesOfMim  = []string{"م.ا..ه"}
)

// fits compares w with a shape of as many letters in which a dot is any letter.
func fits(w, shape string) bool {
	for shape != "" {
		if w == "" {
			return false
		}
		c, n := utf8.DecodeRuneInString(w)
		d, m := utf8.DecodeRuneInString(shape)
		if d != '.' && c != d {
			return false
		}
		w, shape = w[n:], shape[m:]
	}
	return w == ""
}

// harm reports whether w (a stem) is a noun for a wrong that somebody answers for.
func harm(w string) bool {
	switch w {
	case "انهيار", "فشل", "افشال", "عرقله", "تعطيل", "خرق", "خروقات", "انتهاك", "انتهاكات", "قتل", "مقتل", "قصف", "هجوم", "هجمات", "تصعيد", "تدهور", "جرايم", "مجزره", "اغتيال":
		return true
	}
	return false
}
