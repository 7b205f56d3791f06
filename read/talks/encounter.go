package talks

import (
	"strings"

	"mahdar/fact"
	"mahdar/lexicon"
)

// encounter reads a meeting of persons or sides: التقى X Y، اجتمع X مع Y.
func (r *reader) encounter(m *meeting, d *deed) bool {
	switch d.verb {
	case "call":
		m.kind = "call"
	case "negotiate":
		m.kind = "round"
	}
	r.overSubject(m, d)
	r.whomMet(m, d)
	r.officesApart(d, m.clause.last)
	if len(d.subject) == 0 && len(d.other) == 0 || d.verb == "call" && !r.phones(d) {
		return false
	}
	r.subjectElided(d)
	role := ""
	if d.verb == "receive" {
		role = "host"
	}
	m.addAll(d.subject, role, "")
	m.addAll(d.other, "", "")
	if d.verb == "receive" && (len(d.other) == 0 || !r.travels(d.other[0]) && d.other[0].at.first != d.at || len(d.subject) == 0 || d.subject[0].kind == 'g') {
		return false
	}
	r.right(m, max(d.next, d.end))
	if len(m.parts) < 2 && !(m.kind == "" && m.parts[0].kind == 'g') && m.start == "" && m.place == "" {
		return false
	}
	m.kind = kindMet(m)
	return true
}

// overSubject passes over what is told of the subject of d that stands after its verb, into the
// clause that tells whom it meets: «التقى سالم، وهو رئيس الحركة، نادرا».
func (r *reader) overSubject(m *meeting, d *deed) {
	if len(d.subject) == 0 || d.subject[0].at.first <= d.at {
		return
	}
	p, lim := r.p, m.clause.last
	if w := p.Word(d.next + 1); p.Word(d.next) == "،" && (w == "وهو" || w == "وهي") {
		lim = r.sentence(d.at).Last
	}
	if over := r.overTold(d.next, lim); over > d.next {
		d.next, m.clause.last = over, r.clause(over).last
	}
}

// whomMet reads whom the subject of d meets, told after days, places and adverbs: with مع or ب, or
// as the object of the verb. The days and places are the meeting's.
func (r *reader) whomMet(m *meeting, d *deed) {
	p, lim := r.p, m.clause.last
	if list := r.arrivedBefore(d.at); d.verb == "receive" && list != nil {
		d.other, d.end = list, d.next
		if n := len(d.subject); n > 0 {
			d.end = max(d.end, d.subject[n-1].at.last)
		}
		return
	}
	object := d.verb == "meet" || d.verb == "receive" || d.verb == "call"
	for k := d.next; k < lim && k < d.next+14; k++ {
		w := p.Word(k)
		if r.class(k) == lexicon.TalkRole && r.word(k).reading.Prep == 'b' {
			return // يلتقي الطرفان برعاية سالم
		}
		if aside(w, p.Word(k+1)) || r.purpose(k) || w == "بين" || about(w) {
			return
		}
		if w == "هاتفيا" {
			m.kind = "call"
			continue
		}
		if t := p.Date(k); t != nil {
			m.when(t)
			continue
		}
		if r.adverb(k) && p.Mention(k) == nil {
			continue
		}
		if w == "للمره" && m.ordinal == 0 && r.stem(k+1) == "اولي" {
			m.ordinal = 1
			k++
			continue
		}
		if w == "مع" || w == "ب" || w == "الي" && d.verb == "meet" {
			d.other, d.end = r.parties(k+1, lim)
			return
		}
		if o := p.Mention(k); o != nil && o.Type == fact.Location && r.placeAt(m, k) {
			k = p.TokenAt(o.End - 1)
			continue
		}
		if w == "في" || w == "خلال" || p.Mark(k) {
			continue
		}
		if prep := r.prepositional(k); prep && !strings.HasPrefix(strings.TrimPrefix(w, "و"), "ب") || !prep && !object {
			continue
		}
		if d.other, d.end = r.parties(k, lim); len(d.other) > 0 {
			return
		}
	}
}

// arrivedBefore are those whom the pronoun on the verb of receiving at token i stands for, who came on
// the journey told last: «وصل سالم ونادر إلى ندى، واستقبلهما الوزير»; nil where they are not as many.
func (r *reader) arrivedBefore(i int) []party {
	n := len(r.met) - 1
	if n < 0 || r.met[n].kind != "visit" || r.sentenceOf(r.met[n].at) < r.sentenceOf(i)-1 {
		return nil
	}
	v := &r.met[n]
	switch r.word(i).reading.Pronoun {
	case "هما":
		if len(v.parts) != 2 {
			return nil
		}
	case "ه", "ها":
		if len(v.parts) != 1 {
			return nil
		}
	case "هم":
	default:
		return nil
	}
	var out []party
	for k := range v.parts {
		q := v.parts[k].party
		q.at = span{i, i + 1}
		out = append(out, q)
	}
	return out
}

// officesApart parts two offices that stand side by side after the verb of d, of which the one
// met the other: «التقى الوسيط وزير الخارجية».
func (r *reader) officesApart(d *deed, lim int) {
	if d.verb != "meet" && d.verb != "receive" || len(d.subject) != 1 || len(d.other) > 0 {
		return
	}
	q := &d.subject[0]
	if q.kind != 'p' && q.kind != 'g' || q.at.first <= d.at {
		return
	}
	if a, b, end := r.twoOffices(q.at, lim); len(b) > 0 {
		d.subject, d.other, d.end = a, b, end
	}
}

// phones reports whether the deed d of calling is a talk by telephone: its verb tells of no other,
// or one person calls another. «ستتصل الحكومة بباقي الجماعات» is none.
func (r *reader) phones(d *deed) bool {
	return r.word(d.at).entry.ID == phoning || len(d.subject) > 0 && len(d.other) > 0 && d.subject[0].kind == 'p' && d.other[0].kind == 'p'
}

// subjectElided takes the one told after the verb of d for its object, where its subject is that
// of the words before.
func (r *reader) subjectElided(d *deed) {
	if d.verb != "meet" || len(d.subject) != 1 || len(d.other) > 0 {
		return
	}
	q, i := &d.subject[0], d.at
	if (q.kind == 'p' || r.p.Word(i-1) == "كما") && r.elides(i) {
		if t, ok := r.topic(i); ok && t.name != q.name {
			d.subject, d.other = r.one(t), d.subject // زار ندى حيث التقى الرئيس سالم
			return
		}
	}
	if q.kind != 'p' && q.at.first > i {
		if a := r.arrived(i); a != nil {
			d.subject, d.other = r.one(a.parts[0].party), d.subject // توجه سالم إلى ندى والتقى قيادة الحركة
		}
	}
}

// elides reports whether the verb at token i may have the subject of what came before, and
// what follows it as its object.
func (r *reader) elides(i int) bool {
	if r.word(i).reading.Conj != 0 {
		return true
	}
	switch r.p.Word(i - 1) {
	case "حيث", "ثم":
		return true
	case "كما": // سيلتقي نادرا، كما سيلتقي وفد الحركة
		n := len(r.met) - 1
		return n >= 0 && r.met[n].rule == ruleVerb && r.sentenceOf(r.met[n].at) == r.sentenceOf(i)
	}
	return false
}
