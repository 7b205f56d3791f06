package talks

// ready reports whether w (a stem) is a noun for somebody's being ready, with a pronoun for him.
func ready(w string) bool {
	switch w {
	case "استعداده", "استعدادها", "استعدادهم", "استعدادهما", "جاهزيته", "جاهزيتها", "رغبته", "رغبتها", "رغبتهم", "عزمه", "عزمها", "عزمهم":
		return true
	}
	return false
}

// readyFor takes who is told, with the noun at token k, to be ready for the meeting, which is to
// come: «أكد سالم استعداده للدخول في جولة محادثات مع الحركة».
func (r *reader) readyFor(m *meeting, k int) {
	m.status = "planned"
	sides := 0
	for n := range m.parts {
		if !helper(m.parts[n].role) {
			sides++
		}
	}
	if sides != 1 {
		return
	}
	for j := k - 1; j >= m.clause.first && j >= k-16; j-- {
		if _, verb := r.finite(j); !verb {
			continue
		}
		if list := r.subjectAt(j, k); len(list) == 1 {
			m.addAll(list, "", "")
		}
		return
	}
}
