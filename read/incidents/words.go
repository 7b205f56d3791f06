package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/phrases"
)

// breaks reports whether w (folded) begins another clause: what follows it does
// not complement a verb before it.
func breaks(w string) bool {
	switch w {
	case "ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "وان", "حيث", "عندما", "حين", "حينما", "فيما", "وفيما", "بينما", "وبينما", "لكن", "ولكن", "لكنه", "لكنها", "اذ", "كي", "لكي", "حتي",
		"مما", "كما", "وكما", "ثم", "لان", "لانه", "لانها", "الا", "بل", "اذا", "لو", "ما", "وما", "ام", "هل", "قائلا", "قائله", "وهو", "وهي", "وهم", "الامر", "علما", "فان", "فانه", "لذلك", "لذا", "وذلك", "بعدما", "قبلما", "كلما", "ريثما":
		return true
	}
	return phrases.Relative(w)
}

// quantifier reports whether w (folded) may stand before the noun that a phrase
// is about: آخر اجتماع، عدة غارات، سلسلة هجمات، أول زيارة.
func quantifier(w string) bool {
	switch arabic.Undet(w) {
	case "اخر", "اول", "عده", "بعده", "بعض", "ثاني", "ثالث", "رابع", "خامس", "احدث", "سلسله", "عدد", "من", "جوله", "حمله", "عمليه", "عمليات", "كل", "جميع", "نحو", "حوالي", "عشرات", "مئات", "الاف", "احد", "احدي", "عددا", "جولات", "اوسع", "اعنف", "اكبر", "ابرز", "جلسه", "جلسات", "مزيد", "مختلف", "اسبوع", "ايام", "اسابيع", "حزمه", "مرحله", "موجه", "موجات", "معظم", "غالبيه", "جزء", "اغلب", "اي", "قسم", "اكثر", "اقل", "قرابه", "زهاء", "مجموعه":
		return true
	}
	return false
}

// scene is the word of the class beside a deed that token i is, nil for none.
func (r *reader) scene(i int, class lexicon.SceneClass) *lexicon.Scene {
	p := r.p
	_, s, ok := p.Find(i, lexicon.SceneWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return p.Lex.Scenes[s.Entry].Class == class
	})
	if !ok {
		return nil
	}
	return &p.Lex.Scenes[s.Entry]
}

// occurs is the verb at token i that says of an event noun beside it that it
// takes or took place: وقع، اندلعت، جرت. pronoun is the noun itself as its object: شنها.
func (r *reader) occurs(i int) (verb *lexicon.Scene, pronoun, ok bool) {
	p := r.p
	if i < 0 || i >= len(p.Tokens) {
		return nil, false, false
	}
	rd, s, ok := p.Find(i, lexicon.SceneWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return p.Lex.Scenes[s.Entry].Class == lexicon.SceneOccurs && !rd.Undet && rd.Prep == 0 && s.Tense != arabic.NoTense && (s.Tense != arabic.Jussive || p.Word(i-1) == "لم")
	})
	if !ok {
		return nil, false, false
	}
	if s.Tense == arabic.Past && rd.Pronoun == "" && i > r.sent.First && p.Is(i, lexicon.Common) && r.governed(i) {
		return nil, false, false // احتمال عقد اتفاق: a noun
	}
	return &p.Lex.Scenes[s.Entry], rd.Pronoun != "", true
}

// governed reports whether token i, a verb or noun by its letters, stands where
// only a noun can: after a preposition or another noun of doing.
func (r *reader) governed(i int) bool {
	p := r.p
	noun := false
	for _, rd := range p.Readings[i] {
		for _, s := range p.Lex.Senses(rd) {
			noun = noun || s.Kind == lexicon.Common && s.Entry == 'n' && rd.Pronoun == ""
		}
	}
	if !noun || p.Mark(i-1) || p.Mention(i-1) != nil {
		return false
	}
	return r.isPreposition(p.Word(i-1)) || r.unreal(i-1) || r.masdar(i-1)
}

// realised reports whether token i is a noun or participle that says of the event
// beside it that it took place: استكمال الانسحاب، الاتفاق الموقع.
func (r *reader) realised(i int) bool {
	if i < 0 || i >= len(r.p.Tokens) {
		return false
	}
	_, _, ok := r.p.Find(i, lexicon.SceneWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		return r.p.Lex.Scenes[s.Entry].Class == lexicon.SceneOccurs && s.Tense == arabic.NoTense
	})
	return ok
}

// unreal reports whether token i governs a deed that is not told as done: احتمال،
// منع، دعوة إلى، هدد ب، طالب ب.
func (r *reader) unreal(i int) bool { return r.recall(i, askUnreal, r.isUnreal) }

func (r *reader) isUnreal(i int) bool {
	p := r.p
	if r.scene(i, lexicon.SceneUnreal) != nil {
		return true
	}
	_, _, ok := p.Find(i, lexicon.SpeechWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		switch p.Lex.Speech[s.Entry].Act {
		case "demand", "threaten", "propose", "pledge", "reject", "expect", "warn":
			return true
		}
		return false
	})
	return ok
}

// preposition is the preposition at token i as frames write it, with or without و
// before it, and whether it stands alone.
func preposition(w string) (string, bool) {
	if strings.HasPrefix(w, "و") && len(w) > 4 && w != "وسط" && w != "وراء" {
		w = w[2:]
	}
	switch w {
	case "في", "من", "الي", "علي", "عن", "مع", "بين", "ضد", "نحو", "باتجاه", "تجاه", "امام", "حول", "بشان", "وسط", "داخل", "قرب", "لدي", "خلال", "منذ", "بعد", "قبل", "عقب", "اثر", "جراء", "تحت", "عبر", "فوق", "خارج", "عند", "شمال", "جنوب", "شرق", "غرب", "بسبب", "نتيجه",
		"برعايه", "بمشاركه", "بحضور", "بقياده", "بدعم", "باسناد", "بواسطه", "باستخدام", "احتجاجا", "ضمن", "بحق", "بالقرب", "قباله", "حيال", "ازاء", "بعيد", "قبيل", "اثناء", "بمناسبه", "حسب", "وفق", "بحسب", "وفقا", "بهدف", "بغيه", "دون", "رغم", "بموجب", "مقابل", "خلف", "الا", "بصدد", "بخصوص":
		return w, true
	}
	return "", false
}

// number reports whether token i begins a number.
func (r *reader) number(i int) bool { return r.recall(i, askNumber, r.isNumber) }

func (r *reader) isNumber(i int) bool {
	if i >= len(r.p.Tokens) {
		return false
	}
	t := r.p.Tokens[i]
	return t.Kind == arabic.Number || t.Kind == arabic.Word && arabic.IsNumberWord(t.Word)
}

// instrument reports whether token i is a thing that strikes and not one who
// acts: the subject of «سقطت قذيفة» did not do the deed.
func (r *reader) instrument(i int) bool {
	return r.scene(i, lexicon.SceneWeapon) != nil && r.p.Mention(i) == nil
}
