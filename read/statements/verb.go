package statements

import (
	"strings"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// finiteAt reports whether the verb sense s of reading rd can be a verb where
// token i stands.
func (r *reader) finiteAt(i int, rd *lexicon.Reading, s *lexicon.Sense) bool {
	if s.Count == arabic.Dual && strings.Contains(r.p.Tokens[i].Span().In(r.p.Source), "\u064b") {
		return false // «تخلياً عن التزامها»: a noun in the accusative, and not the two of them
	}
	class := r.p.Lex.Speech[s.Entry].Class
	if rd.Undet || rd.Prep != 0 && rd.Prep != 's' || rd.Prep == 's' && s.Tense != arabic.Present || s.Person == 2 || s.Person == 1 || class == "source" || class == "according" {
		return false
	}
	if r.named(i, rd) || r.passive(i, s) || r.nounInConstruct(i, rd) || rd.Pronoun != "" && r.p.Lex.Speech[s.Entry].Past == "بين" {
		return false
	}
	if rd.Prep == 's' && r.inTitle(i) {
		return false
	}
	if rd.Pronoun != "" && !governsObject(&r.p.Lex.Speech[s.Entry]) {
		return false // وتمسكه بالأرض: a noun, as the verb takes no object
	}
	if s.Count == arabic.Singular && r.p.Word(i-1) == "الذين" && r.p.Has(i+1, page.Suffixed) {
		return false // الذين يبلغ عددهم
	}
	if rd.Cut == 0 && r.is(i, isMasdar) && (r.p.Word(i-1) == "او" || r.p.Word(i-1) == "ام") && r.is(i-2, isMasdar) {
		return false // بقبول أو رفض
	}
	if rd.Conj == 'w' && rd.Pronoun != "" && class == "describe" && s.Tense == arabic.Past && (r.is(i+1, attB) || r.p.Word(i+1) == "ب") {
		return true // «ندد بالهجوم ووصفه بالجريمة»
	}
	whole, after := r.is(i, isWholeNoun), r.afterPreposition1(i)
	if v := r.p.Word(i + 1); (s.Count == arabic.Dual || rd.Pronoun != "" && s.Tense == arabic.Past) && !after && (v == "فيه" || v == "فيها") {
		whole = false // «إعلان مبادئ تعهدا فيه ب»
	}
	if s.Count == arabic.Dual && whole && r.afterBoth(i) {
		whole = false
	}
	if (s.Count == arabic.Dual || s.Feminine && s.Count == arabic.Plural || after) && (whole || after) && rd.Conj == 0 {
		return false
	}
	if r.p.Word(i-1) == "لم" || r.p.Word(i-1) == "ولم" {
		switch class { // what was not said is no statement
		case "say", "announce", "pledge", "relay", "continue":
			return false
		}
	}
	return !(s.Tense == arabic.Jussive && !r.negator(i) || whole && (rd.Cut > 0 || rd.Pronoun != "") && !(rd.Conj == 'w' && r.opensSentence(i)) || r.impersonal(i, s))
}

// afterBoth reports whether token i follows a definite dual right after the particle of its
// clause, of which only a verb can tell: «إن الطرفين {تعهدا} ب», «أن الوفدين الليبيين {رفضا}».
func (r *reader) afterBoth(i int) bool {
	if strings.HasPrefix(r.p.Word(i+1), "منه") {
		return false // «إن الطرفين رفضا منهما للخطة انسحبا»
	}
	for k := i - 1; k > r.sent.First && k > i-3 && r.p.Has(k, page.Definite) && strings.HasSuffix(r.p.Word(k), "ين"); k-- {
		if r.clauseMark(k - 1) {
			return true
		}
	}
	return false
}

// inTitle reports whether token i is the second word of a title, whatever verb has its letters.
func (r *reader) inTitle(i int) bool {
	if !r.p.Has(i-1, page.OfficeWord) {
		return false
	}
	end, _, _, ok := phrases.Office(r.p, i-1)
	return ok && end > i
}

// governsObject reports whether a frame of v has a direct object or is met after one
// that is attached: بأن، ب after a target.
func governsObject(v *lexicon.Verb) bool {
	for k := range v.Frames {
		for n := range v.Frames[k].Slots {
			if v.Frames[k].Slots[n].Mark == "obj" {
				return true
			}
		}
	}
	return v.Past == "قال"
}

// named reports whether token i is a given name that goes on with an unknown word
// or another name: «ويحيى صالح».
func (r *reader) named(i int, rd *lexicon.Reading) bool {
	p := r.p
	if !p.Has(i, page.Given) {
		return false
	}
	given := false
	for k := range p.Readings[i] {
		x := &p.Readings[i][k]
		given = given || x.Cut == rd.Cut && x.Kinds.Has(lexicon.GivenName)
	}
	switch p.Word(i - 1) {
	case "قد", "وقد", "فقد", "لقد", "كما":
		return false // «وقد طالب مشعل»
	}
	if !given || r.opensSentence(i) || r.clauseMark(i+1) || i+1 >= len(p.Tokens) || p.Tokens[i+1].Kind != arabic.Word {
		return false
	}
	return len(p.Readings[i+1]) == 0 || p.Is(i+1, lexicon.GivenName)
}

// customary reports whether token i, by its letters «holding» something to be so, is عادة or
// عادا without the doubled letter and with no clause after it: «عادة ما», but «عادّا القرار».
func (r *reader) customary(i int) bool {
	w := strings.TrimPrefix(r.p.Word(i), "و")
	if w != "عاده" && w != "عادا" {
		return false
	}
	return !strings.Contains(r.p.Tokens[i].Span().In(r.p.Source), "\u0651") && !(w == "عادا" && r.clauseMark(i+1))
}

// passive reports whether a present verb is written with ى where its active has
// ي: «يدعى» is called, «يدعي» claims.
func (r *reader) passive(i int, s *lexicon.Sense) bool {
	w := strings.TrimPrefix(r.p.Word(i), "و")
	return (s.Tense == arabic.Present || s.Tense == arabic.Past && (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت"))) && strings.HasSuffix(r.p.Tokens[i].Span().In(r.p.Source), "ى") && (strings.HasSuffix(r.p.Lex.Speech[s.Entry].Present, "ي") || r.p.Lex.Speech[s.Entry].Past == "دعا")
}

// nounInConstruct reports whether token i, a noun by form as well, follows an
// indefinite noun, which no verb does: «ضرورة تمسك الأطراف», «أكبر قدر من».
func (r *reader) nounInConstruct(i int, rd *lexicon.Reading) bool {
	p := r.p
	if rd.Conj != 0 || i == 0 || p.Tokens[i].Gap >= arabic.Line || p.Tokens[i-1].Kind != arabic.Word {
		return false
	}
	noun := r.is(i, isWholeNoun)
	for _, s := range rd.Own() {
		noun = noun || s.Tense == arabic.Masdar
	}
	w := p.Word(i - 1)
	if noun && r.is(r.sent.First, isKana) && r.clauseMark(i+1) && p.Has(r.sent.First+1, page.Source) && phrases.Extent(p, r.sent.First+1, phrases.Walk{Limit: i}) == i {
		return false // «وكان مصدر حكومي ذكر أن»
	}
	return noun && !p.Has(i-1, page.Definite) && !r.accusative(i-1) && p.Mention(i-1) == nil && p.Date(i-1) == nil && !phrases.Adverb(w) && !phrases.Preposition(w) && !lead(w) &&
		!phrases.FiniteVerb(p, i-1) && r.is(i-1, isBareNoun)
}

// afterPreposition1 reports whether token i follows a bare preposition, after
// which no verb stands: «في عرض البحر».
func (r *reader) afterPreposition1(i int) bool {
	if i == 0 || r.p.Tokens[i].Gap >= arabic.Line {
		return false
	}
	if r.p.Word(i-1) == "من" && r.someone(i-2) {
		return false
	}
	switch r.p.Word(i - 1) {
	case "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "بين", "منذ", "ضد", "عند", "تحت", "عبر", "ضمن", "بدون", "بسبب", "نحو", "بشان", "اثر", "عقب", "خلال", "بعيد", "قبيل", "كل", "اي":
		return true
	case "هذا", "هذه":
		return r.is(i, isWholeNoun)
	}
	return false
}

// someone reports whether token i is the head of «هناك من», «ثمة من», which stand
// for somebody unnamed.
func (r *reader) someone(i int) bool {
	switch r.p.Word(i - 1) {
	case "ليس", "ليست", "لا", "ولا", "وليس":
		return false // «ليس هناك من أمل»
	}
	switch r.p.Word(i) {
	case "هناك", "وهناك", "ثمه", "وثمه", "منهم", "ومنهم", "بينهم":
		return true
	}
	return false
}

// afterQad reports whether token i follows قد or أن, which only a verb does.
func (r *reader) afterQad(i int) bool {
	switch r.p.Word(i - 1) {
	case "قد", "وقد", "ان", "فقد":
		return true
	}
	return false
}

// negator reports whether token i follows لم or لا, after which verbs are short.
func (r *reader) negator(i int) bool {
	switch r.p.Word(i - 1) {
	case "لم", "لا", "ولم", "ولا", "فلم", "الا":
		return true
	}
	return false
}

// impersonal reports whether the verb at i is the article's own «يذكر أن»، «قيل إن»: a
// passive with nobody behind it.
func (r *reader) impersonal(i int, s *lexicon.Sense) bool {
	p := r.p
	switch p.Word(i) {
	case "ذكره":
		return strings.HasSuffix(p.Word(i-1), "الجدير") // «والجدير ذكره أن»
	case "تعرض", "وتعرض":
		return phrases.Animate(p, i+1) && !feminineNoun(p.Word(i+1)) && p.Mention(i+1) == nil // «تعرض الرئيس لانتقادات»
	case "اعتبر", "وصف", "سمي":
		return p.Word(i-1) == "فيما" || p.Word(i-1) == "ما"
	case "يعتبر", "ويعتبر", "تعتبر", "وتعتبر", "يعتقد", "ويعتقد", "يتوقع", "ويتوقع", "يفترض", "ويفترض", "المفترض", "يرجح", "ويرجح":
		mark := r.clauseMark(i + 1)
		if w := p.Word(i - 1); !mark && (w == "ذلك" || w == "هذا" || w == "هذه") {
			return true // «ذلك يعتبر الحد الأدنى»
		}
		return mark && (i == 0 || p.Word(i-1) == "." || p.Word(i-1) == "كما" || p.Has(i-1, page.Relative) || p.Mark(i-1) || strings.HasPrefix(p.Word(i), "و")) || p.Has(i-1, page.Relative) && !phrases.Animate(p, i+1)
	case "يذكر", "ويذكر", "يشار", "ويشار", "تجدر", "وتجدر", "يجدر", "قيل", "يقال", "ويقال", "وقيل", "افيد", "وافيد":
		mark := r.clauseMark(i + 1)
		return mark || p.Word(i+1) == "الي" || p.Word(i+1) == "هنا" || p.Word(i) == "قيل" || p.Word(i) == "يقال"
	}
	return false
}

// opensSentence reports whether token i is the first of a sentence, where a verb with
// و is likelier than a noun that begins with و.
func (r *reader) opensSentence(i int) bool {
	return i == 0 || r.p.Tokens[i].Gap >= arabic.Line || r.p.Word(i-1) == "."
}

// verbAsPlace reports whether the name of a place at token i is a verb with و after
// all, as it heads its sentence and somebody follows: «ودان الوزير» condemns, «ودان» is a
// town.
func (r *reader) verbAsPlace(i int) bool {
	p := r.p
	m := p.Mention(i)
	return r.opensSentence(i) && m.Type == fact.Location && m.Start == p.Tokens[i].Start && m.End == p.Tokens[i].End && phrases.Animate(p, i+1)
}
