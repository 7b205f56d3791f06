package incidents

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// onTable reports whether the noun of d tells what talks are about or an agreement
// provides for, and not what was done: «مفاوضات وقف إطلاق النار»، «اتفاق تبادل الأسرى»،
// «اتفقا على وقف إطلاق النار». Whatever is said to have begun or been held there are
// the talks.
func (r *reader) onTable(d *deed) bool {
	switch d.kind {
	case "RETREAT", "COOPERATE", "AID":
	default:
		return false
	}
	i := d.cue.first
	if i == r.sent.First {
		return false
	}
	if d.cue.reading.Prep == 0 && d.cue.reading.Conj == 0 && r.talk(i-1) {
		return true
	}
	return r.agreed(i)
}

// talk reports whether token i is a noun for talking or agreeing that may govern a
// genitive: «مفاوضات …»، «اتفاق …», but not «المفاوضات».
func (r *reader) talk(i int) bool {
	if !r.has(i, wordDeedNoun) || r.named(i) {
		return false
	}
	_, _, ok := r.p.Find(i, lexicon.DeedWord, func(rd lexicon.Reading, s lexicon.Sense) bool {
		if s.Tense != arabic.Masdar || rd.Det || rd.Pronoun != "" {
			return false
		}
		c := r.p.Lex.Deeds[s.Entry].Class
		return c == "CONSULT" || c == "AGREE"
	})
	return ok
}

// inName reports whether a noun is part of another thing's name: the firing in that of
// a ceasefire («وقف إطلاق النار» tells of no shot), the march in that of a drone, the talks in
// that of who leads them («رئيس فريق الوساطة»).
func (r *reader) inName(c *cue) bool {
	if c.verb.Class == "CONSULT" && c.reading.Det && c.reading.Prep == 0 && c.reading.Conj == 0 && r.forTalks(c.first-1) {
		return true
	}
	if c.verb.Class == "PROTEST" && r.has(c.first-1, sceneWeapon) {
		return true // طائرات مسيرة: a drone is written like a march
	}
	if c.verb.ID == "tahrir" && c.first > r.sent.First && !c.reading.Det {
		switch stem(r.bare(c.first - 1)) {
		case "جبه", "جبهه", "حرك", "حركه", "جيش", "منظم", "منظمه":
			return true // جبهة تحرير (الجبل)
		}
	}
	if c.verb.Act != "firearms" || c.first == r.sent.First {
		return false
	}
	switch stem(r.bare(c.first - 1)) {
	case "وقف", "ايقاف", "وقفا":
		return true
	}
	return false
}

// agreedOn reports whether the preposition at token i may lead to what was agreed on:
// «على»، «إضافة إلى».
func (r *reader) agreedOn(i int) bool {
	switch r.p.Word(i) {
	case "علي":
		return true
	case "الي":
		return strings.HasSuffix(r.p.Word(i-1), "اضافه")
	}
	return false
}

// heldTo reports whether token i is a noun for what becomes of an agreement that there is:
// «سريان الاتفاق»، «تنفيذ اتفاق السلام».
func (r *reader) heldTo(i int) bool {
	switch stem(r.bare(i)) {
	case "سريان", "تنفيذ", "تطبيق", "صمود", "تثبيت", "مسود", "مراقب":
		return !r.named(i)
	}
	return false
}

// forTalks reports whether token i is a noun for those who hold talks or where they sit, which
// the talks after it only describe: «فريق التفاوض»، «طاولة المفاوضات».
func (r *reader) forTalks(i int) bool {
	if i < r.sent.First || r.named(i) {
		return false
	}
	switch stem(r.bare(i)) {
	case "فريق", "وفد", "وفود", "لجن", "لجنه", "لجان", "هيي", "هييه", "طاول", "طاوله", "مايد", "مايده", "غرف", "غرفه", "ملف", "مسار":
		return true
	}
	return false
}
