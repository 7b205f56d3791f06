package incidents

import (
	"mahdar/fact"
	"mahdar/lexicon"
)

// clauseSubject is who the sentence around token i is about: the subject of the
// nearest finite verb before it, or who says the words that it stands in. It is who
// met in «وقال الوزير خلال لقائه مع السفير» and «التقى … عقب اجتماع مع».
func (r *reader) clauseSubject(i int) []party {
	p := r.p
	for k := i - 1; k >= r.sent.First && k > i-reach; k-- {
		if !r.verbal(k) && !r.plainVerb(k) {
			continue
		}
		c := cue{span: span{k, k + 1}, reading: r.conjoined(k)}
		s, _ := r.left(&c)
		if s.empty() {
			for _, m := range r.complements(k + 1) {
				if int(m.at) >= i || m.mark != markBare {
					break
				}
				s = r.items(&m)[0]
				break
			}
		}
		if s.empty() || s.last > i {
			continue
		}
		if q, ok := r.party(s); ok && q.animate && !q.media && q.kind != fact.Location && (q.kind != "" || r.office(s.first, s.last) || q.force) {
			return []party{q}
		}
	}
	if at := r.held[i]; at > 0 {
		if st := &p.Reading.Statements[at-1]; st.Name != "" && st.Kind != "unnamed" && st.Kind != "group" && !r.relays(st) {
			return []party{{name: st.Name, animate: true}}
		}
	}
	return nil
}

// relays reports whether who makes a statement is an outlet, which tells of meetings
// and holds none: «ذكرت وكالة … أن محادثات مع».
func (r *reader) relays(st *fact.Statement) bool {
	if st.Kind != "organisation" {
		return false
	}
	first := r.p.TokenAt(st.Speaker.Start)
	last := first
	for last < len(r.p.Tokens) && r.p.Tokens[last].Start < st.Speaker.End {
		last++
	}
	q, ok := r.party(span{first, last})
	return ok && q.media
}

// plainVerb reports whether token k is a form of a listed verb in the past or
// present and no noun as it stands.
func (r *reader) plainVerb(k int) bool {
	if r.named(k) || r.dated(k) {
		return false
	}
	_, _, ok := r.occurs(k)
	return ok
}

// conjoined is the first reading of token k as a known word, which tells whether و
// or ف stands before it.
func (r *reader) conjoined(k int) *lexicon.Reading {
	rs := r.p.Readings[k]
	for n := range rs {
		if rs[n].Kinds != 0 {
			return &rs[n]
		}
	}
	return &lexicon.Reading{}
}

// meets completes a meeting told by a noun with one side only: «خلال اجتماع مع
// الوزير»، «زيارة إلى المدينة» have the subject of their clause for the other.
func (r *reader) meets(d *deed, ev *event) {
	if len(d.actor) > 0 || d.cue.reading.Det && !d.pronoun || len(d.recipient) == 0 && !(d.mode == "visit" && d.placed) && !r.tookPart(ev.start) {
		return
	}
	switch d.kind {
	case "CONSULT", "SANCTION", "COOPERATE", "AGREE":
	default:
		return
	}
	d.actor = r.clauseSubject(d.cue.first)
}

// tookPart reports whether the verb at token i is of those who take part: «شارك في لقاء».
func (r *reader) tookPart(i int) bool {
	if i < 0 {
		return false
	}
	v, _, ok := r.occurs(i)
	return ok && v.ID == "occurs-sharaka"
}
