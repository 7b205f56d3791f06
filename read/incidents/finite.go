package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
	"mahdar/read/page"
	"mahdar/read/phrases"
)

// verbTells reports whether a verb may tell a deed where it stands: of what it
// needs, what is soon told is asked first.
func (r *reader) verbTells(c *cue) bool {
	light := r.needsLiteral(c)
	return c.verbForm() && !(light && !r.mayHaveLiteral(c)) && r.verbHere(c) && !(light && !r.hasLiteral(c))
}

// verbForm reports whether the form can be a finite verb that tells of others.
func (c *cue) verbForm() bool {
	rd := c.reading
	if rd.Undet || rd.Prep != 0 && rd.Prep != 's' && rd.Prep != 'l' {
		return false
	}
	if c.person == 1 && c.count == arabic.Singular || rd.Pronoun == "ي" || rd.Pronoun == "ك" {
		return false
	}
	return c.tense == arabic.Past || rd.Prep != 0 || c.person == 3 || c.person == 0
}

// verbHere reports whether the form can be a finite verb where it stands: after a
// preposition it is a noun («أمام بحث القضايا»), and a jussive follows its particle.
func (r *reader) verbHere(c *cue) bool {
	p := r.p
	if p.Word(c.first) == "فجرا" && (c.last >= r.sent.Last || p.Mark(c.last) || r.has(c.last, wordPrep)) {
		return false // at dawn, and not «فجرا نفسيهما»
	}
	if c.first == r.sent.First {
		if r.has(c.last, wordNisba) && (r.has(c.last+1, wordOccurs) || r.verbal(c.last+1)) && r.homograph(c) {
			return false // قصف قمري يستهدف القرية: a noun
		}
		return c.tense != arabic.Jussive
	}
	w := p.Word(c.first - 1)
	if c.tense == arabic.Jussive {
		return w == "لم" || w == "ولم" || w == "لا" || w == "فلم" || c.reading.Prep == 'l' || w == "ان" && p.Word(c.first-2) == "قبل"
	}
	if r.named(c.first-1) || r.dated(c.first-1) {
		return c.reading.Conj != 0 || !r.homograph(c) || !r.governedLeft(c)
	}
	if c.reading.Conj == 0 {
		if r.has(c.first, sceneComing) && c.first-2 >= r.sent.First && r.has(c.first-2, wordPrep) {
			return false // في وقت لاحق: an adjective
		}
		if r.has(c.first-1, wordPrep) && (w != "بعد" || r.homograph(c)) {
			return false // أمام بحث القضايا، بعد دحر المسلحين
		}
		if r.attached(c.first-1) != markBare && r.deedNoun(c.first-1) {
			return false
		}
	}
	return !r.homograph(c) || r.predicate(c) && !r.announced(c)
}

// announced reports whether a form that may be verb or noun stands after an aside of
// commas and is what the verb before that announces: «أعلن الجيش، أمس، قتل مسلحين».
func (r *reader) announced(c *cue) bool {
	if c.reading.Conj != 0 || r.p.Word(c.first-1) != "،" {
		return false
	}
	k := r.occursBefore(c.first)
	if k < 0 {
		return false
	}
	v, _, _ := r.occurs(k)
	return v.Mode == "decides"
}

// homograph reports whether a past of the verb is written like its verbal noun:
// قتل، خطف، قصف.
func (r *reader) homograph(c *cue) bool {
	if c.tense != arabic.Past || c.reading.Pronoun != "" {
		return false
	}
	for _, s := range c.reading.Own() {
		if s.Kind == lexicon.DeedWord && (s.Tense == arabic.Masdar || s.Tense == arabic.Participle) || s.Kind == lexicon.Common && (s.Entry == 'n' || s.Entry == 'a') || s.Kind == lexicon.SceneWord && s.Tense == arabic.NoTense {
			return true
		}
	}
	return false
}

// predicate reports whether a form that may be verb or noun opens a clause or
// follows a subject, and so is the verb: «قتل جنديان»، «جنديا قتل», but not «جريمة قتل»،
// «يجب خطف»، «تعذيب وقتل».
func (r *reader) predicate(c *cue) bool {
	p := r.p
	k := c.first - 1
	if c.reading.Conj != 0 {
		for j := k; j >= r.sent.First && j > k-10; j-- {
			if p.Mark(j) && p.Word(j) != "،" && p.Tokens[j].Kind != arabic.Quote {
				break
			}
			if !r.named(j) && r.verbal(j) {
				break
			}
			if !r.named(j) && !r.dated(j) && r.masdar(j) {
				return false
			}
		}
		return true
	}
	for k > r.sent.First && p.Tokens[k].Kind == arabic.Quote {
		k--
	}
	if first := r.sent.First; k > first && c.verb.Class == "ASSAULT" && phrases.Definite(p, k) {
		for first < c.first && r.has(first, wordPrep) && !r.named(first) {
			first = r.phrase(first+1, c.first, false)
		}
		if first == c.first {
			return true // على الصعيد الميداني في الجبل هاجم مسلحون
		}
	}
	w := p.Word(k)
	if w == "ان" && k > r.sent.First { // a past does not follow أن: it is إن with a noun
		return p.Word(k-1) == "بعد" || p.Word(k-1) == "منذ"
	}
	if p.Mark(k) || r.breaks(k) || p.Has(k, page.Adverb) || w == "قد" || k == r.sent.First && strings.HasSuffix(w, "يا") && !r.named(k) || strings.HasPrefix(w, "و") && len(w) <= 6 {
		return true
	}
	if r.unreal(k) || r.masdar(k) || r.verbal(k) {
		return false
	}
	if r.governedLeft(c) {
		return false
	}
	left, _ := r.left(c)
	return !left.empty() && c.first-left.last < 2 && (r.animate(left) || r.instrument(r.head(left)) || r.victims(left))
}

// governedLeft reports whether what stands before a form that may be verb or noun is the
// subject of a verb before it: «أكدت البعثة تعرض القوات لهجوم».
func (r *reader) governedLeft(c *cue) bool {
	left, _ := r.left(c)
	return !left.empty() && left.first > r.sent.First && r.verbal(left.first-1)
}
