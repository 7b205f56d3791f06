package talks

import (
	"slices"
	"strings"
)

// kindOf tells the kind of a meeting by its noun and those who meet.
func kindOf(m *meeting) string {
	switch m.noun {
	case "round", "stage", "dialogue":
		return "round"
	case "session", "visit", "call", "conference":
		if m.noun == "session" && m.series && len(m.parts) == 2 && people(m.parts) == 2 {
			return "bilateral" // جلسة محادثات عقدها سالم مع نادر
		}
		return m.noun
	case "talks":
		switch {
		case m.peace:
			return "round"
		case ministers(m.parts):
			return "conference"
		}
		if n := people(m.parts); n > 0 && n >= len(m.parts)-n && m.status != "collapsed" && slices.ContainsFunc(m.parts, func(q participant) bool {
			return q.kind == 'p' && !helper(q.role) && (q.role != "head" || len(m.parts) == 1)
		}) {
			return "bilateral"
		}
		return "round"
	case "summit":
		if people(m.parts) == 2 {
			return "bilateral"
		}
		return "conference"
	}
	if slices.ContainsFunc(m.parts, func(q participant) bool { return q.attendance == "absent" }) {
		return "session"
	}
	if ministers(m.parts) || slices.ContainsFunc(m.parts, func(q participant) bool {
		return q.actor == "" && len(m.parts) == 1 && ruling(q.name) || q.kind == 'g' && strings.HasPrefix(q.name, "وزراء ")
	}) {
		return "conference" // اجتماع وزراء خارجية دول الجوار
	}
	if slices.ContainsFunc(m.parts, committee) {
		return "session"
	}
	if m.bound || len(m.parts) >= 1 && people(m.parts) > 0 || len(m.parts) == 2 && m.ordinal == 0 && !slices.ContainsFunc(m.parts, func(q participant) bool { return q.role == "sponsor" || q.role == "observer" }) {
		return "bilateral"
	}
	return "session"
}

// kindMet tells the kind of a meeting that a verb of meeting tells, by those who meet.
func kindMet(m *meeting) string {
	switch {
	case m.kind == "round" && len(m.parts) == 2 && people(m.parts) == 2:
		return "bilateral" // تباحث سالم مع نادر
	case m.kind != "":
		return m.kind
	case ministers(m.parts):
		return "conference"
	case people(m.parts) == 0 && len(m.parts) != 2:
		return "session"
	}
	return "bilateral"
}

// ruling reports whether a name is of those who rule or speak for many states: «وزراء خارجية
// الدول»، «قادة دول المنطقة», and not «قادة الحركة».
func ruling(name string) bool {
	head, of, more := strings.Cut(name, " ")
	switch head {
	case "وزراء":
		return more
	case "قادة", "زعماء", "رؤساء":
		first, _, _ := strings.Cut(of, " ")
		switch strings.TrimPrefix(first, "ال") {
		case "دول", "بلدان", "عالم", "عرب", "وزراء", "حكومات", "منطقة", "قارة":
			return true
		}
	}
	return false
}

// ministers reports whether those who meet are the ministers or heads of three states or more, whoever
// receives them.
func ministers(list []participant) bool {
	n := 0
	others := 0
	for _, q := range list {
		if helper(q.role) {
			continue
		}
		if q.kind != 'p' {
			return false
		}
		others++
		if head, of, _ := strings.Cut(q.name, " "); q.actor == "" && !strings.HasPrefix(of, "ال") && (head == "وزير" || head == "رئيس" || head == "زعيم") {
			n++
		}
	}
	return n >= 2 && others >= 3
}

// committee reports whether who meets is a body whose meetings are sessions, whoever attends.
func committee(q participant) bool {
	if q.kind == 'p' || q.kind == 'l' {
		return false
	}
	head, _, _ := strings.Cut(strings.TrimPrefix(q.name, "ال"), " ")
	return head == "لجنة" || head == "مجلس" || head == "آلية"
}

// people counts the persons among those who meet.
func people(list []participant) int {
	n := 0
	for _, q := range list {
		if q.kind == 'p' {
			n++
		}
	}
	return n
}

// helper reports whether who has the role is no side of talks but stands by them.
func helper(role string) bool {
	switch role {
	case "sponsor", "host", "mediator", "observer", "guarantor":
		return true
	}
	return false
}
