package incidents

// harm reports whether an entry tells what came of an attack and not the attack:
// the dead and wounded of «مقتل»، «أسفر عن»، «أصيب». It belongs to the attack told beside it.
func harm(id string) bool {
	switch id {
	case "qatala", "qatl", "maqtal", "masra", "isaba-n", "asaba", "jaraha", "ustushhida", "adda-ila", "asfara", "awda", "awqa-a", "khallafa-deed", "laqiya", "suqut-qatla", "wafa", "saqata", "hasada", "azhaqa", "tasabbaba-deed", "qada-ala", "tadmir", "dammara", "sara-a":
		return true
	}
	return false
}

// join makes one deed of an attack and the harm that the same sentence says came
// of it, from the deed with index from on: «قتل جنديان في هجوم»، «انفجرت سيارة فأصابت ثلاثة». A
// sentence that tells two attacks in two places keeps both.
func (r *reader) join(from int) {
	kept := from
	for n := from; n < len(r.out); n++ {
		d := &r.out[n]
		joined := false
		for k := kept - 1; k >= from && k >= kept-3; k-- {
			o := &r.out[k]
			if one(o, d) {
				o.take(d)
				joined = true
				break
			}
		}
		if !joined {
			if kept < n {
				r.out[kept] = *d
			}
			kept++
		}
	}
	r.out = r.out[:kept]
}

// one reports whether two deeds of a sentence are attack and harm of one event,
// or two harms.
func one(a, b *deed) bool {
	if a.kind != "ASSAULT" || b.kind != "ASSAULT" || done(a.modal) != done(b.modal) {
		return false
	}
	if a.place != "" && b.place != "" && a.place != b.place {
		return false
	}
	if len(a.actor) > 0 && len(b.actor) > 0 && agree(a.actor, b.actor) == differ {
		return false
	}
	ha, hb := a.cue.verb.harm, b.cue.verb.harm
	if !ha && !hb {
		if a.finite && a.byEvent && b.cue.first > a.first && b.cue.last <= a.last {
			return true // استهدف تفجير دورية: the subject tells it again
		}
		return b.first < a.last && len(b.recipient)+len(b.actor) == 0 || b.byEvent
	}
	if !ha && hb || ha && !hb {
		return true
	}
	return b.first-a.last < 8
}

// take adds the other telling of an event to d. The kind of attack comes from
// the attack, the victims from the harm.
func (d *deed) take(o *deed) {
	if len(d.actor) == 0 {
		d.actor = o.actor
	}
	if o.with && d.cue.verb.harm {
		if len(d.actor) == 0 {
			d.actor = o.recipient // قتل ستة في مواجهات مع الجيش
		}
	} else {
		d.recipient = append(d.recipient, o.recipient...)
	}
	if d.cue.verb.harm && !o.cue.verb.harm && o.mode != "" {
		d.mode = o.mode
	}
	if d.mode == "" {
		d.mode = o.mode
	}
	if d.place == "" {
		d.place, d.placed = o.place, o.placed
	}
	if d.weapon == "" {
		d.weapon = o.weapon
	}
	if d.date == "" {
		d.date = o.date
	}
	d.told = d.told || o.told
	d.first, d.last = min(d.first, o.first), max(d.last, o.last)
	if d.modal == "attributed" && o.modal == "asserted" {
		d.modal, d.source = "asserted", ""
	}
}
