package phrases

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// Preposition reports whether w (folded) is a preposition or a word that works
// as one: what follows it is not part of a noun phrase before it.
func Preposition(w string) bool {
	switch w {
	case "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "خلال", "حول", "بين", "منذ", "حتي", "ضد", "عند", "تحت", "فوق",
		"امام", "خلف", "وراء", "عبر", "ضمن", "دون", "بدون", "بسبب", "رغم", "بشان", "ازاء", "حيال", "وسط", "اثناء", "عقب", "اثر", "نتيجه",
		"لدي", "قرب", "جراء", "قبيل", "بعيد", "مقابل", "عدا", "سوي", "بغيه", "بهدف", "بموجب", "تجاه", "نحو", "لاجل", "بما", "مما", "عما", "فيما", "بينما", "وفق", "وفقا", "بحسب", "حسب", "طبقا", "حسبما", "داخل", "خارج", "طوال", "ابان", "بحق", "بخصوص", "بناء", "ردا", "تعليقا", "نقلا", "استنادا", "علما", "باعتباره", "باعتبارها", "لان", "لانه", "لانها", "كي", "لكي", "اذا", "لو", "حين", "عندما", "حيث", "اذ":
		return true
	}
	return false
}

// Relative reports whether w (folded) is a relative pronoun.
func Relative(w string) bool {
	switch w {
	case "الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "اللاتي", "والذي", "والتي", "والذين":
		return true
	}
	return false
}

// Adverb reports whether w (folded) stands between a verb and its complement
// without being part of a noun phrase.
func Adverb(w string) bool {
	if particle(strings.TrimPrefix(w, "ب")) {
		return true
	}
	switch w {
	case "ايضا", "كذلك", "امس", "اليوم", "غدا", "بدوره", "بدورها", "بدورهم", "مجددا", "لاحقا", "سابقا", "حاليا", "قايلا", "قايله", "قايلين", "الان", "صباح", "مساء",
		"فجر", "ظهر", "ليل", "ليله", "يوم", "هنا", "هناك", "رسميا", "صراحه", "هاتفيا", "شخصيا", "فقط", "تحديدا", "وتحديدا", "دايما", "تقريبا", "خصوصا", "مرارا", "خطيا", "شفويا", "بشده", "فيه", "فيها", "بالقول", "بقوله", "بقولها", "ثم", "قد", "لقد", "فقد", "وقد", "قوله", "قولها", "قولهم", "قولهما", "اولا", "ثانيا", "تكرارا", "فورا", "علنا", "موخرا", "اخيرا", "انذاك", "حينها", "وقتها", "عاده", "مباشره", "مرجعا", "سبق", "عليها", "عليه", "منه", "منها", "لها", "له", "لهم", "هذا", "هذه", "ذلك", "تلك", "وذلك", "هو", "هي", "هم", "وهو", "وهي", "وهم", "لا", "لم", "لن", "ما", "او", "ام", "بل", "لكن", "ولكن", "غير", "الا", "انما", "كما", "ليس", "ليست", "كان", "كانت", "كانوا", "يكون", "تكون":
		return true
	}
	return false
}

// particle reports whether w (folded) is أن or إن, bare or with a pronoun.
func particle(w string) bool {
	rest, ok := strings.CutPrefix(w, "ان")
	if !ok {
		return false
	}
	switch rest {
	case "", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "كم":
		return true
	}
	return w == "اني" || w == "انا"
}

// FiniteVerb reports whether token i can only be taken as a finite verb: a
// known verb form that is no noun or name as well.
func FiniteVerb(p *page.Page, i int) bool {
	if i < 0 || i >= len(p.Tokens) || p.Tokens[i].Kind != arabic.Word || p.Mention(i) != nil {
		return false
	}
	if Relative(p.Word(i)) {
		return false
	}
	verb := false
	for _, r := range p.Readings[i] {
		if r.Undet || r.Det && !ownLetters(p, r) || r.Prep != 0 && r.Prep != 's' {
			continue
		}
		for _, s := range p.Lex.Senses(r) {
			switch s.Kind {
			case lexicon.SpeechWord, lexicon.DeedWord:
				if s.Tense == arabic.Past || s.Tense == arabic.Present || s.Tense == arabic.Jussive {
					verb = true
				} else if r.Cut == 0 {
					return false
				}
			case lexicon.Common:
				if s.Entry == 'v' {
					verb = true
				} else if r.Cut == 0 && r.Pronoun == "" {
					return false
				}
			case lexicon.UnitWord, lexicon.GivenName:
				if r.Cut == 0 {
					return false
				}
			}
		}
	}
	return verb
}

// Adjective reports whether token i may qualify a noun before it: a relative
// adjective of a state, a known adjective, a participle, or an unknown word with
// the shape of a relative adjective.
func Adjective(p *page.Page, i int) bool {
	for _, r := range p.Readings[i] {
		if r.Prep != 0 || r.Conj != 0 {
			continue
		}
		if r.Kinds.Has(lexicon.NisbaWord) {
			return true
		}
		for _, s := range p.Lex.Senses(r) {
			if s.Kind == lexicon.Common && s.Entry == 'a' || s.Tense == arabic.Participle && !s.Adverbial {
				return true
			}
		}
	}
	w := arabic.Undet(p.Word(i))
	return Definite(p, i) && relativeForm(w)
}

// relativeForm reports whether w (folded, without its article) has the shape of a
// relative adjective in any number or gender: ي، ية، يون، يين، يات.
func relativeForm(w string) bool {
	for _, end := range []string{"ي", "يه", "يون", "يين", "يات"} {
		if strings.HasSuffix(w, end) && len(w) >= 8 {
			return true
		}
	}
	return false
}

// Definite reports whether token i carries the article.
func Definite(p *page.Page, i int) bool {
	def := false
	for _, r := range p.Readings[i] {
		if !r.Det || r.Cut != 0 {
			continue
		}
		if !r.Undet && verbal(p, r) {
			return false // its own letters begin with ال: التزام, إلزام
		}
		def = def || r.Undet || !ownLetters(p, r)
	}
	w := p.Word(i)
	return def || len(p.Readings[i]) == 0 && len(w) > 8 && w[:4] == "ال"
}

// verbal reports whether a reading is a form of a listed verb.
func verbal(p *page.Page, r lexicon.Reading) bool {
	for _, s := range p.Lex.Senses(r) {
		if s.Kind == lexicon.SpeechWord || s.Kind == lexicon.DeedWord {
			return true
		}
	}
	return false
}

// ownLetters reports whether the ال that reading r begins with belongs to the word
// itself, which is so for forms of verbs and for ordinary words listed with it.
func ownLetters(p *page.Page, r lexicon.Reading) bool {
	for _, s := range p.Lex.Senses(r) {
		switch s.Kind {
		case lexicon.SpeechWord, lexicon.DeedWord, lexicon.Common:
			return true
		}
	}
	return false
}

// Animate reports whether the noun at token i is somebody who can act or speak:
// a name, an office, a people, a counted kind of people, a body or side.
func Animate(p *page.Page, i int) bool {
	if i < 0 || i >= len(p.Tokens) {
		return false
	}
	if p.Mention(i) != nil {
		return true
	}
	switch strings.TrimPrefix(p.Word(i), "ف") {
	case "بعض", "كل", "جميع", "عدد", "احد", "احدي", "غالبيه", "معظم", "كلا", "كافه":
		return i+1 < len(p.Tokens) && (p.Word(i+1) == "من" || Animate(p, i+1))
	}
	if _, _, _, ok := Office(p, i); ok {
		return true
	}
	for _, r := range p.Readings[i] {
		for _, s := range p.Lex.Senses(r) {
			switch s.Kind {
			case lexicon.PeopleWord:
				return true
			case lexicon.NisbaWord:
				if s.Count != arabic.Singular {
					return true
				}
			case lexicon.HeadWord:
				switch p.Lex.Heads[s.Entry].Class {
				case lexicon.HeadSide, lexicon.HeadMinistry, lexicon.HeadForce, lexicon.HeadTroops, lexicon.HeadGroup, lexicon.HeadBody, lexicon.HeadOutlet:
					return true
				}
			case lexicon.UnitWord:
				if people(p.Lex.Units[s.Entry].Unit) {
					return true
				}
			case lexicon.SpeechWord:
				if p.Lex.Speech[s.Entry].Class == "source" {
					return true
				}
			}
		}
	}
	return false
}

// ToOutlet reports whether token i is a noun for an outlet with ل or ب: «لوكالة …»,
// «لصحيفة …», which is where something was said and no part of a phrase before it.
func ToOutlet(p *page.Page, i int) bool {
	for _, r := range p.Readings[i] {
		if r.Prep != 'l' && r.Prep != 'b' || r.Conj != 0 || !r.Kinds.Has(lexicon.HeadWord) {
			continue
		}
		for _, s := range p.Lex.Senses(r) {
			if s.Kind == lexicon.HeadWord && p.Lex.Heads[s.Entry].Class == lexicon.HeadOutlet {
				return true
			}
		}
	}
	return false
}

// people reports whether a unit counts people or bodies of people.
func people(unit string) bool {
	switch unit {
	case "people", "fighters", "groups", "parties", "delegates", "troops", "protesters", "displaced", "refugees", "workers", "tribes", "states", "staff", "police",
		"participants", "organisations", "officials", "medics", "journalists", "guards", "families", "diplomats", "commanders", "civilians", "attackers", "members", "governments":
		return true
	}
	return false
}

// Office is the office phrase that begins at token i, its end and index; ok is
// false where none begins there.
func Office(p *page.Page, i int) (end int, office *lexicon.Office, read lexicon.Reading, ok bool) {
	if i < 0 || i >= len(p.Tokens) || !p.Begins(i, lexicon.OfficeTable) {
		return 0, nil, read, false
	}
	p.Phrases(i, func(ph lexicon.Phrase) {
		if ph.Last <= end {
			return
		}
		for _, r := range ph.Refs {
			if r.Table == lexicon.OfficeTable {
				end, office, read, ok = ph.Last, &p.Lex.Offices[r.Entry], ph.Reading, true
			}
		}
	})
	return end, office, read, ok
}
