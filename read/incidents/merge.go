package incidents

import (
	"strings"

	"mahdar/fact"
	"mahdar/text"
)

// window is how many deeds of the same type are looked through for a repeat.
const window = 64

// merge keeps each deed that is told as done once: a repeat adds its evidence and
// what the first telling left open. Others stay as they are.
func (r *reader) merge() []deed {
	kept := 0
	evidence := make([]text.Span, len(r.out))
	var room [8]latest
	last := room[:0]
	for k := range r.out {
		d := &r.out[k]
		if !done(d.modal) {
			r.out[kept] = *d
			kept++
			continue
		}
		evidence[k] = r.p.Span(d.first, d.last)
		d.evidence = evidence[k : k+1 : k+1]
		at := -1
		for n := range last {
			if last[n].kind == d.kind {
				at = n
			}
		}
		if at < 0 {
			at = len(last)
			last = append(last, latest{d.kind, -1})
		}
		first := -1
		for n, looked := last[at].deed, 0; n >= 0 && looked < window; n, looked = r.out[n].before, looked+1 {
			if same(&r.out[n], d) {
				first = n
				break
			}
		}
		if first >= 0 {
			r.out[first].absorb(d)
			continue
		}
		d.before = last[at].deed
		last[at].deed = kept
		if kept < k {
			r.out[kept] = *d
		}
		kept++
	}
	return r.out[:kept]
}

// latest is the last deed of a type.
type latest struct {
	kind string
	deed int
}

// same reports whether two deeds of one type are one: no slot that both tell
// differs, and they share a party, or place and date.
func same(a, b *deed) bool {
	if a.date != "" && b.date != "" && !dayWithin(a.date, b.date) {
		return false
	}
	if b.title && a.kind != "CONSULT" && sharedAll(a, b) >= 1 {
		return true // a headline is told again below, in other words and with wider places
	}
	if a.mode != "" && b.mode != "" && a.mode != b.mode && a.kind != "CONSULT" && !killedWith(a.mode, b.mode) && !killedWith(b.mode, a.mode) {
		return false
	}
	if a.place != "" && b.place != "" && a.place != b.place {
		return false
	}
	if a.kind == "ASSAULT" && b.anaphoric() && b.sent-a.sent <= 2 && b.sent >= a.sent {
		return true
	}
	actors, recipients := agree(a.actor, b.actor), agree(a.recipient, b.recipient)
	if b.title && a.mode == b.mode && sharedAll(a, b) >= 1 {
		return true
	}
	if a.kind == "CONSULT" || a.kind == "AGREE" || a.between || b.between {
		all, other := len(a.actor)+len(a.recipient), len(b.actor)+len(b.recipient)
		n := sharedAll(a, b)
		if n >= 1 && a.mode == "visit" && b.mode == "visit" && sameLand(a, b) {
			return true
		}
		if (all == 0 || other == 0) && (a.within(b) || b.within(a)) {
			return true // شهدت عدن جولة مباحثات بين: the round and its talks
		}
		return n >= 2 || n >= 1 && (all == 1 && !a.pronoun || other == 1 && !b.pronoun) || other == 0 && b.place == a.place && !a.front && (a.mode == b.mode || b.date == "") || b.resumes(a)
	}
	if actors == differ || recipients == differ {
		return actors != differ && b.retells(a)
	}
	return actors == alike || recipients == alike || a.place != "" && a.place == b.place && !a.front && !b.front
}

// sameLand reports whether two visits go to one country.
func sameLand(a, b *deed) bool { return a.land != "" && a.land == b.land }

// within reports whether a deed is told inside the words that tell another.
func (d *deed) within(o *deed) bool {
	return d.sent == o.sent && d.first >= o.first && d.last <= o.last
}

// resumes reports whether a deed is one told shortly before it, of whose sides it speaks as
// such, or by a definite noun and of nobody: «وقال إن الطرفين اتفقا»، «وعقد اللقاء في».
func (d *deed) resumes(o *deed) bool {
	once := d.recalled || d.cue.reading.Det && (d.cue.verb.ID == "liqa" || d.cue.verb.ID == "ijtima")
	if d.mode != o.mode || d.front || o.front || d.sent < o.sent || d.sent-o.sent > 3 || d.date != "" && o.date == "" && !once || len(named(d.actor))+len(named(d.recipient)) > 0 {
		return false
	}
	if d.place != o.place && d.place != "" {
		return once && d.sent-o.sent <= 1
	}
	return d.cue.reading.Det || d.recalled || len(d.actor)+len(d.recipient) > 0
}

// retells reports whether a deed is one told in the last sentences, done by the same or by
// nobody told to those whom a lone noun with its article recalls: «اعتقلت الشرطة ثلاثين
// معلما … وقد اعتقل المعلمون».
func (d *deed) retells(o *deed) bool {
	if d.mode != o.mode || d.cue.verb.Past != o.cue.verb.Past || len(d.actor) > 0 || d.sent < o.sent || d.sent-o.sent > 2 || len(d.recipient) != 1 {
		return false
	}
	q := &d.recipient[0]
	return q.kind == "" && strings.HasPrefix(q.key, "ال") && !strings.Contains(q.key, " ") && o.recipient[0].kind != fact.Location
}

// anaphoric reports whether a deed tells only what came of one told before:
// «وأسفر الهجوم عن مقتل اثنين».
func (d *deed) anaphoric() bool {
	return d.cue.verb.harm && d.byEvent && !d.anew && d.place == "" && len(d.actor) == 0
}

// pronominal reports whether a name stands for parties named before.
func pronominal(key string) bool {
	switch key {
	case "الطرفين", "الطرفان", "الجانبين", "الجانبان", "البلدين", "البلدان", "الفريقين", "الاخرين", "اخرين", "الاطراف", "المدينه", "البلاد", "الحركه", "التنظيم", "المنطقه", "الرئيس", "الوزير":
		return true
	}
	return false
}

func done(modal string) bool { return modal == "asserted" || modal == "attributed" }

const (
	open = iota
	alike
	differ
)

// agree compares two lists of parties.
func agree(a, b []party) int {
	if len(a) == 0 || len(b) == 0 {
		return open
	}
	keyed(a)
	keyed(b)
	a, b = named(a), named(b)
	switch {
	case len(a) == 0 || len(b) == 0:
		return open
	case shared(a, b) > 0:
		return alike
	case nobody(a) || nobody(b):
		return open
	}
	return differ
}

// killedWith reports whether one mode says that some were killed, and another with what.
func killedWith(killed, with string) bool {
	switch with {
	case "firearms", "explosives", "suicide-attack", "aerial", "heavy-weapons", "drone", "primitive":
		return killed == "targeted"
	}
	return false
}

// nobody reports whether a list tells only that somebody did it: «مسلحون مجهولون».
func nobody(ps []party) bool {
	switch ps[0].key {
	case "مسلحون", "مسلحين", "مجهولون", "مجهولين", "مسلحون مجهولون", "مسلحين مجهولين", "مهاجمون", "مهاجمين", "المهاجمون", "المهاجمين", "المسلحون", "المسلحين":
		return len(ps) == 1
	}
	return false
}

// named leaves out the parties that stand for others.
func named(ps []party) []party {
	for n := range ps {
		if pronominal(ps[n].key) {
			out := append([]party{}, ps[:n]...)
			for _, q := range ps[n+1:] {
				if !pronominal(q.key) {
					out = append(out, q)
				}
			}
			return out
		}
	}
	return ps
}

// shared counts the parties of a that stand in b too.
func shared(a, b []party) int {
	n := 0
	for k := range a {
		if stands(&a[k], b) {
			n++
		}
	}
	return n
}

// sharedAll counts the parties of a deed, in whatever part, that another has too.
func sharedAll(a, b *deed) int {
	n := 0
	keyed(b.actor)
	keyed(b.recipient)
	for _, list := range [...][]party{a.actor, a.recipient} {
		keyed(list)
		for k := range list {
			if x := &list[k]; stands(x, b.actor) || stands(x, b.recipient) {
				n++
			}
		}
	}
	return n
}

// stands reports whether a party is one of a list.
func stands(x *party, list []party) bool {
	for k := range list {
		y := &list[k]
		if sameName(x.key, y.key) || x.country != "" && x.country == y.country && x.kind != fact.Person && y.kind != fact.Person {
			return true
		}
	}
	return false
}

// sameName reports whether two folded names are one, or one is the other with
// more words.
func sameName(a, b string) bool {
	if a == b {
		return true
	}
	if n := len(a) - len(b); n != 0 && n%len("ال") == 0 && endAlike(a, b) && strings.Count(a, " ") == strings.Count(b, " ") && unarticled(a) == unarticled(b) {
		return true // نقطة تفتيش، نقطة التفتيش
	}
	x, y := a, b
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 6 {
		return x == y
	}
	return len(y) > len(x) && (strings.HasPrefix(y, x) && y[len(x)] == ' ' || strings.HasSuffix(y, x) && y[len(y)-len(x)-1] == ' ')
}

// endAlike reports whether two names end in the same letter.
func endAlike(a, b string) bool {
	return len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-1] && a[len(a)-2] == b[len(b)-2]
}

// unarticled is a folded name without the articles of its words.
func unarticled(name string) string {
	return strings.ReplaceAll(strings.TrimPrefix(name, "ال"), " ال", " ")
}

// dayWithin reports whether two EDTF values may be one time.
func dayWithin(a, b string) bool {
	return a == b || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || strings.Contains(a, b) || strings.Contains(b, a)
}

// absorb adds a repeat's evidence and what d left open.
func (d *deed) absorb(o *deed) {
next:
	for _, s := range o.evidence {
		for _, have := range d.evidence {
			if have.Overlaps(s) {
				continue next
			}
		}
		d.evidence = append(d.evidence, s)
	}
	if len(d.actor) == 0 || len(o.actor) > 0 && (d.actor[0].vain || nobody(d.actor)) {
		d.actor = o.actor
	}
	if len(d.recipient) == 0 || len(o.recipient) > 0 && d.recipient[0].vain {
		d.recipient = o.recipient
	}
	if d.mode == "" && o.mode != "phone" { // الاتصال الأول بين الجانبين is no call
		d.mode = o.mode
	}
	for _, s := range []struct{ to, from *string }{{&d.date, &o.date}, {&d.place, &o.place}, {&d.weapon, &o.weapon}} {
		if *s.to == "" {
			*s.to = *s.from
		}
	}
	if killedWith(d.mode, o.mode) {
		d.mode = o.mode
	}
	if d.modal == "attributed" && o.modal == "asserted" {
		d.modal, d.source = "asserted", ""
	}
}
