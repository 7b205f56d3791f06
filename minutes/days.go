package minutes

import (
	"strings"
)

// day words an EDTF value for people: «14 January 2031», «May 2031», «14 – 15
// January 2031», «14 January 2031, 18:40». What it does not know stays as it is.
func (w *writer) day(edtf string) run { return plain(w.dayWords(edtf)) }

func (w *writer) dayWords(edtf string) string {
	from, to, isRange := strings.Cut(edtf, "/")
	if d, ok := strings.CutPrefix(edtf, ".."); ok && !isRange {
		from, to, isRange = "..", d, true
	} else if d, ok := strings.CutSuffix(edtf, ".."); ok && !isRange {
		from, to, isRange = d, "..", true
	}
	if !isRange || from == to {
		return w.oneDay(from)
	}
	switch {
	case from == "" || from == "..":
		return w.label("until-day") + " " + w.oneDay(to)
	case to == "" || to == "..":
		return w.label("from-on") + " " + w.oneDay(from)
	}
	if month, ok := wholeMonth(from, to); ok {
		return w.oneDay(month)
	}
	a, b := w.oneDay(from), w.oneDay(to)
	// What both days share is said once.
	if len(from) == 10 && len(to) == 10 && a != from && b != to {
		switch {
		case from[:7] == to[:7]:
			a, _, _ = strings.Cut(a, " ")
		case from[:4] == to[:4]:
			a = strings.TrimSuffix(a, " "+from[:4])
		}
	}
	return a + " – " + b
}

// wholeMonth reports whether two days are the first and last of a month.
func wholeMonth(from, to string) (month string, ok bool) {
	if len(from) != 10 || len(to) != 10 || from[:8] != to[:8] || from[8:] != "01" {
		return "", false
	}
	last := "31"
	switch from[5:7] {
	case "04", "06", "09", "11":
		last = "30"
	case "02":
		if last = "28"; to[8:] == "29" {
			last = "29"
		}
	}
	return from[:7], to[8:] == last
}

func (w *writer) oneDay(v string) string {
	bare := strings.TrimRight(v, "?~%")
	day, hour, _ := strings.Cut(bare, "T")
	p := strings.Split(day, "-")
	month := ""
	if len(p) > 1 {
		if l, ok := paperLabels()["month-"+p[1]]; ok {
			month = w.opt.Lang.pick(l[0], l[1])
		}
	}
	out := v
	switch {
	case len(p) == 3 && month != "" && !strings.Contains(p[2], "X"):
		out = strings.TrimLeft(p[2], "0") + " " + month + " " + p[0]
	case len(p) >= 2 && month != "":
		out = month + " " + p[0]
	case len(p) == 1:
		out = p[0]
	default:
		return v
	}
	if len(hour) >= 5 {
		out += w.comma() + hour[:5]
	}
	if bare != v {
		return w.label("about-day") + " " + out
	}
	return out
}
