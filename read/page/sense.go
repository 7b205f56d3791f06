package page

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// sum is what the senses of one reading are between them.
type sum struct {
	own      bool // a form of a verb or an ordinary word: an ال that it begins with is its own
	verbal   bool // a form of a listed verb
	finite   bool // a finite verb
	verbNoun bool // a noun of action or participle of a listed verb
	ordinary bool // an ordinary word that is no verb
	counted  bool // a unit or given name
	class    Class
}

// sumOf sums the senses of r up.
func sumOf(r *lexicon.Reading, lex *lexicon.Lexicon) sum {
	var x sum
	senses := r.Own()
	for k := range senses {
		s := &senses[k]
		switch s.Kind {
		case lexicon.SpeechWord:
			x.verb(s, SpeechVerb)
			if lex.Speech[s.Entry].Class == "source" {
				x.class |= Animate | Source
			}
		case lexicon.DeedWord:
			x.verb(s, DeedVerb)
		case lexicon.Common:
			x.own = true
			if s.Entry == 'v' {
				x.finite = true
				break
			}
			x.ordinary = true
			if s.Entry == 'a' {
				x.class |= Adjective
			}
		case lexicon.UnitWord:
			x.counted = true
			if PeopleUnit(lex.Units[s.Entry].Unit) {
				x.class |= Animate
			}
		case lexicon.GivenName:
			x.counted = true
		case lexicon.PeopleWord:
			x.class |= Animate
		case lexicon.NisbaWord:
			x.class |= Adjective
			if s.Count != arabic.Singular {
				x.class |= Animate
			}
		case lexicon.HeadWord:
			switch lex.Heads[s.Entry].Class {
			case lexicon.HeadOutlet:
				x.class |= Animate | ToOutlet
			case lexicon.HeadSide, lexicon.HeadMinistry, lexicon.HeadForce, lexicon.HeadTroops, lexicon.HeadGroup, lexicon.HeadBody:
				x.class |= Animate
			}
		}
		if s.Tense == arabic.Participle && !s.Adverbial {
			x.class |= Adjective
		}
	}
	return x
}

// verb adds a form of a listed verb; bit is that of its table.
func (x *sum) verb(s *lexicon.Sense, bit Class) {
	x.own, x.verbal = true, true
	switch s.Tense {
	case arabic.Past:
		x.finite = true
		x.class |= bit | PastForm
		return
	case arabic.Present, arabic.Jussive:
		x.finite = true
		x.class |= bit
		return
	case arabic.Masdar:
		x.class |= Masdar
	case arabic.Participle:
		x.class |= Participle
	}
	x.verbNoun = true
}

// verdict gathers what the readings of a word say of it together.
type verdict struct {
	class                     Class
	finite, noFinite          bool
	definite, noDefinite      bool
	conj, prep, whole, suffix bool
	settled                   bool // whether it has a pronoun
}

// readingClass is what the readings of word w tell.
func readingClass(w string, rs []lexicon.Reading, lex *lexicon.Lexicon) Class {
	var v verdict
	for k := range rs {
		v.add(&rs[k], lex)
	}
	c := v.class
	set := func(bit Class, on bool) {
		if on {
			c |= bit
		}
	}
	set(Finite, v.finite && !v.noFinite)
	set(Definite, v.definite && !v.noDefinite)
	if c&(Adjective|Definite) == Definite {
		if bare := arabic.Undet(w); RelativeForm(bare) && !nounLikeRelative(bare) {
			c |= Adjective
		}
	}
	set(WithConj, v.conj && !v.whole)
	set(WithPrep, v.prep && !v.whole)
	set(Suffixed, v.suffix)
	return c
}

// add takes one more reading into account.
func (v *verdict) add(r *lexicon.Reading, lex *lexicon.Lexicon) {
	x := sumOf(r, lex)
	c := x.class &^ (Adjective | ToOutlet)
	if r.Prep == 0 && r.Conj == 0 {
		c |= x.class & Adjective
	}
	if (r.Prep == 'l' || r.Prep == 'b') && r.Conj == 0 {
		c |= x.class & ToOutlet
	}
	v.class |= c | Class(r.Kinds)*firstKind
	if !r.Undet && (!r.Det || x.own) && (r.Prep == 0 || r.Prep == 's') {
		v.finite = v.finite || x.finite
		v.noFinite = v.noFinite || r.Cut == 0 && (x.verbNoun || x.counted || x.ordinary && r.Pronoun == "")
	}
	if r.Det && r.Cut == 0 {
		v.definite = v.definite || r.Undet || !x.own
		v.noDefinite = v.noDefinite || !r.Undet && x.verbal // its own letters begin with ال: التزام, إلزام
	}
	v.conj = v.conj || r.Conj != 0
	v.prep = v.prep || r.Prep != 0 && r.Prep != 's'
	if r.Cut == 0 {
		v.whole = v.whole || r.Kinds != 0 || r.Pronoun == ""
	}
	if r.Kinds != 0 && !v.settled {
		v.settled, v.suffix = true, r.Pronoun != ""
	}
}

// PeopleUnit reports whether a unit of units.tsv counts people or bodies of people.
func PeopleUnit(unit string) bool {
	switch unit {
	case "people", "fighters", "groups", "parties", "delegates", "troops", "protesters", "displaced", "refugees", "workers", "tribes", "states", "staff", "police",
		"participants", "organisations", "officials", "medics", "journalists", "guards", "families", "diplomats", "commanders", "civilians", "attackers", "members", "governments",
		"activists", "advisers", "asylum-seekers", "defectors", "drivers", "experts", "farmers", "fishermen", "inspectors", "judges", "lawyers", "leaders", "legislators", "migrants",
		"observers", "orphans", "passengers", "pilgrims", "pilots", "sailors", "scientists", "settlers", "strikers", "students", "teachers", "volunteers", "voters", "widows", "worshippers":
		return true
	}
	return false
}

// nounLikeRelative reports whether a folded word with the ending of a relative adjective is a
// noun and hardly ever an adjective: «قصفت القوات القرية» has an object. Verbal nouns of roots
// that end in ي are among them: رعاية، تسوية.
func nounLikeRelative(w string) bool {
	if strings.HasSuffix(w, "ايه") {
		return true
	}
	switch w {
	case "قريه", "قضيه", "ناحيه", "ضاحيه", "مديريه", "جمعيه", "حريه", "هويه", "اتفاقيه", "اغلبيه", "غالبيه", "اقليه", "مسووليه", "اهميه",
		"امكانيه", "ميزانيه", "جنسيه", "برقيه", "هديه", "بقيه", "تحيه", "ضحيه", "رعيه", "زاويه", "خليه", "حاشيه", "ماشيه",
		"تسويه", "تنميه", "تربيه", "تغطيه", "تصفيه", "توصيه", "ترقيه", "تقويه", "تسميه", "تخليه", "قاضي", "محامي", "اراضي", "اهالي", "مقاهي", "نواحي", "اتفاقيات", "عمليات", "حريات", "قضايا":
		return true
	}
	return false
}
