package incidents

import (
	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
)

// What sides have agreed to do and what an agreement provides for is still to be done:
// «اتفقا على تشكيل قوة وفتح الطرق»، «اتفاق نص على هدنة وسحب القوات».

// agreed reports whether token i stands in what sides have agreed on or what an agreement
// provides for, with what is joined to it.
func (r *reader) agreed(i int) bool {
	p := r.p
	for k := i - 1; k >= r.sent.First && i-k < reach; k-- {
		switch {
		case r.named(k):
		case p.Has(k, page.Comma):
			if !r.joined(k + 1) {
				return false
			}
		case p.Has(k, page.Stop|page.Colon|page.Semicolon|page.Relative):
			return false
		case p.Word(k) == "علي" && r.agreeing(k), r.provides(k):
			return true
		case r.verbal(k) && !r.has(k, wordMasdar):
			return false
		}
	}
	return false
}

// agreeing reports whether «على» at token i leads to what is agreed on: a verb or a noun of
// agreeing governs it, with no other verb between.
func (r *reader) agreeing(i int) bool {
	for k := i - 1; k >= r.sent.First && i-k < before; k-- {
		if r.named(k) {
			continue
		}
		if _, _, ok := r.p.Find(k, lexicon.DeedWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
			return r.p.Lex.Deeds[s.Entry].Class == "AGREE" && s.Tense != arabic.Participle
		}); ok {
			return true
		}
		if r.p.Has(k, page.Comma|page.Stop|page.Relative) || r.verbal(k) {
			return false
		}
	}
	return false
}

// provides reports whether token i is a verb for what an agreement says is to be done:
// «نص على»، «يقضي بـ»، and after an agreement or a truce «تشمل».
func (r *reader) provides(i int) bool {
	next := r.p.Word(i + 1)
	switch stem(r.bare(i)) {
	case "نص", "نصت", "ينص", "تنص":
		return next == "علي"
	case "يقضي", "تقضي", "قضي", "قضت":
		return r.attached(i+1) == markBi || next == "بان"
	case "يشمل", "تشمل", "شمل", "شملت", "يتضمن", "تتضمن", "تضمن", "تضمنت":
		return r.agreementBefore(i)
	}
	return false
}

// agreementBefore reports whether the sentence names an agreement or a truce before token i.
func (r *reader) agreementBefore(i int) bool {
	for k := i - 1; k >= r.sent.First && i-k < reach; k-- {
		if r.has(k, wordDeedNoun) && !r.named(k) && r.ofAgreement(k) {
			return true
		}
	}
	return false
}

// ofAgreement reports whether token i is a noun for an agreement or a truce.
func (r *reader) ofAgreement(i int) bool {
	_, _, ok := r.p.Find(i, lexicon.DeedWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
		v := &r.p.Lex.Deeds[s.Entry]
		return s.Tense == arabic.Masdar && (v.Class == "AGREE" || v.Class == "RETREAT" && v.Act == "ceasefire")
	})
	return ok
}
