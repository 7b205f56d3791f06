package talks

// joins reports whether w (a stem) is a verb for joining others at something.
func joins(w string) bool {
	switch w {
	case "انضم", "انضمت", "انضموا", "انضما", "سينضم", "ستنضم", "ينضم", "تنضم", "سينضمون":
		return true
	}
	return false
}

// joinsTalks takes who joins the talks at token i by the verb at token k: «وانضم سالم أمس إلى
// المحادثات». The day is that of his coming and not theirs.
func (r *reader) joinsTalks(m *meeting, k, i int) {
	list := r.subjectAt(k, i)
	course := "concluded"
	if r.future(k) {
		course = "planned"
	}
	for _, q := range list {
		m.add(participant{party: q, attendance: attendanceAt("present", course)})
	}
	if len(list) > 0 && !m.began {
		m.start, m.end, m.told = "", "", nil
	}
	m.back = m.back || len(list) > 0 && m.definite && m.own == 0 && m.ordinal == 0
}
