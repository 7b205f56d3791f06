package incidents

// partsOf are the sides that بين names among the complements. Of those who meet or agree two
// may stand in one phrase.
func (r *reader) partsOf(comps []complement, two bool) []span {
	if n := find(comps, 0, markBayn); n >= 0 && !comps[n].weak {
		items, _ := r.flanks(comps, n)
		if len(items) == 1 && two {
			items = append([]span(nil), r.split(items[0])...) // بين سالم وسامي
		}
		return items
	}
	return nil
}

// lightNoun reads the masdar of a light verb with its noun: «شن غارات على»، «بإطلاق سراح
// الأسرى»، «عقد اجتماع مع».
func (r *reader) lightNoun(c *cue, ev *event, d *deed) bool {
	comps, end := r.clause(c.last)
	r.light = true
	defer func() { r.light = false }()
	frames, heads := c.verb.frames, r.headsIn(comps)
	for k := range frames {
		f := &frames[k]
		if f.heads&^heads != 0 {
			continue
		}
		b := &r.bindings[0]
		if !r.try(b, c, f, comps, span{c.first, c.last}) || !b.literal {
			continue
		}
		r.draft(d, c, f.act)
		d.rule = "incidents.light-noun"
		d.literal, d.object = true, b.object
		d.last = max(b.last, end)
		if parts := r.partsOf(comps, d.mode != "release"); len(parts) > 1 && (d.kind == "CONSULT" || d.kind == "AGREE" || d.mode == "release") {
			r.between(d, parts, 1)
		}
		for _, s := range b.recipient {
			if d.kind != "ASSAULT" || !r.deedNoun(s.first) || r.named(s.first) { // شن حرب عليهم
				r.addRecipient(d, s)
			}
		}
		if len(d.actor) == 0 && !ev.doer.empty() {
			r.actors(d, ev.doer)
			d.first = min(d.first, ev.doer.first)
		}
		if len(d.actor) == 0 && len(comps) > 0 && comps[0].mark == markBare && int(comps[0].at) == c.last {
			if s := r.whole(&comps[0]); s != b.object && s.first < b.object.first {
				r.actors(d, s) // استخدام الجيش للقوة
			}
		}
		switch {
		case fell(c.verb.ID): // تعرض القوات لهجوم: they suffer
			d.recipient, d.actor = append(d.recipient, d.actor...), nil
		case len(d.actor) == 0:
			d.actor = r.carry(c)
		}
		r.circumstances(d, comps, b.place, b.weapon)
		r.nounModality(d, r.noted(d, ev))
		if d.kind == "ASSAULT" && !ev.occurs && !d.told && !(len(d.actor) > 0 && r.since(c.first)) && !(fell(c.verb.ID) && len(d.recipient) > 0 && (d.recipient[0].kind != "" || d.recipient[0].last-d.recipient[0].first > 1)) {
			return false // «تنفيذ هجوم» alone is a plan
		}
		if d.kind == "ASSAULT" && r.figureIn(d.object) || d.kind == "CONSULT" && r.toPress(d) {
			return false
		}
		return animate(d.actor) > 0 || struck(d.recipient) > 0 || d.placed && ev.occurs
	}
	return false
}
