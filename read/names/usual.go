package names

import (
	"strings"

	"mahdar/lexicon"
)

// likely reports whether the shape s, a given name that is an ordinary word and
// others like it («سالم الأحمر», «عادل أمين»), is a person's name where it stands. Most
// of its kind are a noun with its adjective or complement («سلام عادل», «أمين المجلس»):
// the first word must be no noun, and a name must be due there, unless the words agree
// in nothing as a bare word and an adjective with the article do.
func (f *finder) likely(i int, s *shape) bool {
	w, second := &f.w[i], &f.w[i+1]
	if f.familyAlone(i+1) && !w.Any(finite|particle) {
		return true // ندى الفخري: the family name alone tells
	}
	if !f.mostlyName(i) && (w.Any(noun|finite|particle) || !w.Any(adjective) || f.ledWord(i)) {
		return false
	}
	if second.Has(definite) && f.mostlyName(i) && second.Any(adjective) && !second.Any(noun) {
		return true
	}
	return f.due(i)
}

// mostlyName reports whether a given name that is an ordinary word too is a name more
// often: سالم، كريم, and not بدور.
func (f *finder) mostlyName(k int) bool {
	w := &f.w[k]
	if !w.Has(given) || w.Any(known|particle|definite) {
		return false
	}
	return !f.ledWord(k)
}

// ledWord reports whether token k may be an ordinary word after a particle: بدور.
func (f *finder) ledWord(k int) bool {
	if f.w[k].Has(clitic) {
		switch f.wordAt(k)[:2] {
		case "ب", "ل", "و":
			return true
		}
	}
	return false
}

// ledNoun reports whether token k, a given name by its letters, is ب and a noun with its
// genitive: «أشاد الرئيس بدور الوسطاء», and not «قالت بدور الأحمر».
func (f *finder) ledNoun(k int) bool {
	if !f.w[k].Has(clitic|ordinary) || !strings.HasPrefix(f.wordAt(k), "ب") || !f.follows(k) || !f.follows(k+1) {
		return false
	}
	after := &f.w[k+1]
	return after.Has(definite) && after.Any(noun) && !after.Any(adjective) || after.Has(thing)
}

// due reports whether the word before token i asks for a person or a thing that acts
// and not for an adjective: a verb, إن, مع.
func (f *finder) due(i int) bool {
	if i == 0 || !f.follows(i) {
		return false
	}
	switch f.wordAt(i - 1) {
	case "ان", "لكن", "مع", "بين", "اما", "عن", "بحسب", "وبحسب":
		return true
	}
	b := &f.w[i-1]
	return b.Has(finite) && !b.Any(noun|particle|given)
}

// family reports whether token k, an ordinary word with the article, may be the family
// name after a given name that is an ordinary word: «سالم الأحمر», «عادل الراوي», and no
// noun that it governs («حسن النية») or that the verb before it does («رفض سالم
// التعليق»). What is said of a person named before is none: «سالم المقيم في».
func (f *finder) family(k int) bool {
	w, before := &f.w[k], &f.w[k-1]
	if before.Any(definite|particle|nisba) || before.Any(known) && (!before.Any(adjective) || before.Any(noun|finite)) {
		return false
	}
	return w.Any(given) && !w.Any(known) || strings.HasSuffix(f.wordAt(k), "ي") || w.Any(adjective) && !w.Any(noun) && !strings.HasPrefix(f.wordAt(k), "الم")
}

// closedBy reports whether token k, an ordinary word with the letters of a verb, is the
// second part of the name s and not the verb of it: the clause has its verb before the
// title or name («وصل الرئيس سالم كرم», «بقيادة سالم كرم») or after the name («الرئيس سالم كرم يصل»), or nothing that a
// verb takes follows.
func (f *finder) closedBy(k int, s *shape) bool {
	if !s.titled && !s.told || s.given+s.either != s.elements || s.elements != 1 {
		return false
	}
	if f.follows(k+1) && f.w[k+1].Has(definite) {
		return false // «أبلغ الوزير سالم حكم المحكمة»
	}
	return s.acted || s.told || f.closes(k+1) || f.follows(k+1) && f.w[k+1].Has(finite) && !f.w[k+1].Any(noun|adjective|particle)
}

// object reports whether token k, an ordinary noun after a title and a given name, is what
// is done rather than a name: «عقد الوزير خالد اجتماعا», «تسلم الرئيس سالم رسالة», «قدم
// السفير سالم أوراق اعتماده».
func (f *finder) object(k int) bool {
	w, n := &f.w[k], &f.w[k+1]
	if !w.Has(known | noun) {
		return false
	}
	return w.Has(lexicon.PluralLike) || f.lex.AccusativeShape(f.wordAt(k)) || f.follows(k+1) && n.Any(noun|suffixed|adjective) && !n.Any(definite|finite|particle|given|kin) && !f.ledWord(k+1) && !f.isOffice(k+1)
}

// headed reports whether a name is built on the noun at token k.
func (f *finder) headed(k int) bool {
	var c found
	return f.built(k, &c)
}

// inRow reports whether the word at token i, و and a given name that is an ordinary word,
// goes on with a row of persons: «سالم الأحمر ونادر الفخري».
func (f *finder) inRow(i int) bool {
	return i > 0 && f.follows(i) && f.owner[i-1] != 0 && f.found[f.owner[i-1]-1].kind == aPerson && strings.HasPrefix(f.wordAt(i), "و") && !f.w[i+1].Has(definite|noun)
}

// familyAlone reports whether token k is a family name that is nothing else: الفخري.
func (f *finder) familyAlone(k int) bool {
	return f.follows(k) && f.w[k].Has(definite) && !f.w[k].Any(known|clitic) && strings.HasSuffix(f.wordAt(k), "ي")
}

// ledFamily reports whether a family name follows token i, a particle and a given name that
// is an ordinary word: «بسالم الأحمر», «لنادر الفخري».
func (f *finder) ledFamily(i int) bool {
	if f.familyAlone(i + 1) {
		return true
	}
	n := &f.w[i+1]
	return n.Has(definite|adjective) && !n.Any(noun|plain|particle|nisba|people) && !strings.HasPrefix(f.wordAt(i+1), "الم") && f.lex.Kinds(f.wordAt(i)[2:]) == 1<<lexicon.GivenName
}
