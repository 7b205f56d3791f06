package incidents

import (
	"mahdar/arabic"
	"mahdar/lexicon"
)

// crowd reports whether a phrase is of protesters by its own word: المتظاهرون، محتجين.
func (r *reader) crowd(s span) bool {
	if s.empty() {
		return false
	}
	for k := s.first; k < s.last && k < s.first+4; k++ {
		if w := r.scene(k, lexicon.SceneCrowd); w != nil && w.Mode == "demo" {
			return true
		}
	}
	return false
}

// protest makes what protesters do a protest (PLOVER: a riot that throws stones is
// still PROTEST), and finds whom they protest against.
func (r *reader) protest(d *deed) {
	demo := len(d.actor) > 0 && r.crowd(d.actor[0].span)
	if demo && !d.actor[0].empty() {
		switch d.kind {
		case "ASSAULT":
			if d.mode == "primitive" || d.mode == "destroy" || d.mode == "" || d.mode == "explosives" {
				d.kind, d.mode = "PROTEST", "riot"
			}
		case "COERCE", "SANCTION":
			d.kind, d.mode = "PROTEST", "obstruct"
		}
	}
	if d.kind != "PROTEST" {
		return
	}
	d.demo = demo
	lim := min(r.sent.Last, d.last+16)
	for k := d.cue.first; k < lim && len(d.recipient) == 0; k++ {
		if !r.against(k) {
			continue
		}
		d.cause = true
		for j := k + 1; j < lim && j < k+4; j++ {
			if r.p.Mark(j) {
				break
			}
			end := r.phrase(j, lim, true)
			if end <= j {
				continue
			}
			if q, ok := r.party(span{j, end}); ok && q.animate {
				d.recipient = append(d.recipient, q)
				break
			}
		}
	}
}

// against reports whether token k says against or for whom or what one protests:
// ضد، احتجاجا على، مطالبين، تنديدا ب.
func (r *reader) against(k int) bool {
	p := r.p
	switch stem(r.bare(k)) {
	case "ضد", "احتجاج", "تنديد", "مناهض", "مناوئ", "مناوي", "منددين", "مندد", "استنكار", "تضامن", "مويد", "مؤيد", "دعم", "تاييد", "رفض", "هتافات", "شعارات", "مطالبين", "مطالب", "لافتات", "رافضين", "مرددين", "حاملين", "معبرين", "داعين", "هاتفين":
		return true
	}
	_, _, ok := p.Find(k, lexicon.SpeechWord, func(_ lexicon.Reading, s lexicon.Sense) bool {
		return p.Lex.Speech[s.Entry].Act == "demand" && (s.Tense == arabic.Participle || s.Tense == arabic.Present || s.Tense == arabic.Masdar)
	})
	return ok
}
