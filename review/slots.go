package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mahdar/fact"
	"mahdar/record"
	"mahdar/text"
)

// field is one slot of a finding: how it is read as a value and set from one.
// src is the article's text.
type field struct {
	name    string
	allowed []string // values that it takes, any where none
	day     bool     // takes EDTF
	number  bool
	words   bool // takes words of the article
	get     func(body any, src string) string
	set     func(body any, src, value string) bool // false where the article has no such words
}

// About is the slot of the meeting that a fact belongs to: its id, "" for none.
const About = "about"

// separator parts the names of a list.
const separator = "; "

// plainField is a slot that is a string.
func plainField[B any](name string, at func(*B) *string, allowed ...string) field {
	return field{name: name, allowed: allowed,
		get: func(b any, _ string) string { return *at(b.(*B)) },
		set: func(b any, _, v string) bool { *at(b.(*B)) = v; return true }}
}

// dayField is a slot in EDTF.
func dayField[B any](name string, at func(*B) *string) field {
	f := plainField(name, at)
	f.day = true
	return f
}

// listField is a slot of several names.
func listField[B any](name string, at func(*B) *[]string) field {
	return field{name: name,
		get: func(b any, _ string) string { return strings.Join(*at(b.(*B)), separator) },
		set: func(b any, _, v string) bool { *at(b.(*B)) = splitList(v); return true }}
}

func splitList(v string) []string {
	var out []string
	for s := range strings.SplitSeq(v, strings.TrimSpace(separator)) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// wordsField is a slot of stretches of the article.
func wordsField[B any](name string, at func(*B) *[]text.Span) field {
	return field{name: name, words: true,
		get: func(b any, src string) string { return record.Words(src, *at(b.(*B))) },
		set: func(b any, src, v string) bool {
			spans, ok := findWords(src, v, *at(b.(*B)))
			if ok {
				*at(b.(*B)) = spans
			}
			return ok
		}}
}

// spanField is a slot of one stretch of the article.
func spanField[B any](name string, at func(*B) *text.Span) field {
	return field{name: name, words: true,
		get: func(b any, src string) string { return record.Words(src, []text.Span{*at(b.(*B))}) },
		set: func(b any, src, v string) bool {
			var near []text.Span
			if !at(b.(*B)).Empty() {
				near = []text.Span{*at(b.(*B))}
			}
			spans, ok := findWords(src, v, near)
			switch {
			case !ok || len(spans) > 1:
				return false
			case len(spans) == 0:
				*at(b.(*B)) = text.Span{}
			default:
				*at(b.(*B)) = spans[0]
			}
			return true
		}}
}

// boundField is a bound of a figure.
func boundField(name string, at func(*fact.Figure) **int64) field {
	return field{name: name, number: true,
		get: func(b any, _ string) string {
			if n := *at(b.(*fact.Figure)); n != nil {
				return strconv.FormatInt(*n, 10)
			}
			return ""
		},
		set: func(b any, _, v string) bool {
			if v == "" {
				*at(b.(*fact.Figure)) = nil
				return true
			}
			n, err := strconv.ParseInt(v, 10, 64)
			if err == nil {
				*at(b.(*fact.Figure)) = &n
			}
			return err == nil
		}}
}

// fields are the slots of a kind, in the order in which they are shown.
func fields(k record.Kind) []field {
	switch k {
	case record.Actors:
		return actorFields()
	case record.Meetings:
		return meetingFields()
	case record.Statements:
		return statementFields()
	case record.Commitments:
		return []field{
			plainField("by", func(c *fact.Commitment) *string { return &c.By }),
			plainField("to", func(c *fact.Commitment) *string { return &c.To }),
			plainField("status", func(c *fact.Commitment) *string { return &c.Status }, "made", "kept", "breach-alleged", "breach-denied"),
			wordsField("content", func(c *fact.Commitment) *[]text.Span { return &c.Content }),
			plainField("alleged_by", func(c *fact.Commitment) *string { return &c.AllegedBy }),
			wordsField("condition", func(c *fact.Commitment) *[]text.Span { return &c.Condition }),
			dayField("deadline", func(c *fact.Commitment) *string { return &c.Deadline }),
			plainField("guarantor", func(c *fact.Commitment) *string { return &c.Guarantor }),
		}
	case record.Demands:
		return []field{
			plainField("by", func(d *fact.Demand) *string { return &d.By }),
			plainField("of", func(d *fact.Demand) *string { return &d.Of }),
			plainField("answer", func(d *fact.Demand) *string { return &d.Answer }, "accepted", "rejected", "none"),
			wordsField("content", func(d *fact.Demand) *[]text.Span { return &d.Content }),
			plainField("manner", func(d *fact.Demand) *string { return &d.Manner }),
		}
	case record.Ceasefires:
		return ceasefireFields()
	case record.Incidents:
		return incidentFields()
	case record.Figures:
		return []field{
			boundField("min", func(f *fact.Figure) **int64 { return &f.Min }),
			boundField("max", func(f *fact.Figure) **int64 { return &f.Max }),
			plainField("unit", func(f *fact.Figure) *string { return &f.Unit }),
			plainField("concerns", func(f *fact.Figure) *string { return &f.Concerns }),
			plainField("place", func(f *fact.Figure) *string { return &f.Place }),
			plainField("source", func(f *fact.Figure) *string { return &f.Source }),
			spanField("words", func(f *fact.Figure) *text.Span { return &f.Span }),
		}
	}
	return nil
}

// find is the field of a slot's name; participants' slots are «attendance:NAME».
func find(k record.Kind, slot string) (field, bool) {
	for _, f := range fields(k) {
		if f.name == slot {
			return f, true
		}
	}
	if k == record.Meetings {
		return participantField(slot)
	}
	return field{}, false
}

// Slots lists the names of the slots of a kind that can be corrected. Meetings
// have those of each participant besides (ParticipantSlots).
func Slots(k record.Kind) []string {
	var out []string
	for _, f := range fields(k) {
		out = append(out, f.name)
	}
	if hasAbout(k) {
		out = append(out, About)
	}
	return out
}

// Allowed are the values that a slot takes; none where it takes any.
func Allowed(k record.Kind, slot string) []string {
	f, _ := find(k, slot)
	return slices.Clone(f.allowed)
}

// hasAbout reports whether facts of a kind belong to meetings.
func hasAbout(k record.Kind) bool {
	switch k {
	case record.Statements, record.Commitments, record.Demands, record.Ceasefires, record.Figures:
		return true
	}
	return false
}

// CheckSlot says what is wrong with giving a slot of a kind a value. Whether
// the words of an article are there, only Set can tell.
func CheckSlot(k record.Kind, slot, value string) error {
	if slot == About && hasAbout(k) {
		if value == "" {
			return nil
		}
		id, err := record.ParseID(value)
		if err == nil && id.Kind != record.Meetings {
			err = fmt.Errorf("%s is %s and no meeting", id, aKind(id.Kind))
		}
		return err
	}
	f, ok := find(k, slot)
	switch {
	case !ok:
		return noSlot(k, slot)
	case value == "":
		return nil
	case len(f.allowed) > 0 && !slices.Contains(f.allowed, value):
		return fmt.Errorf("%s is not %q; it is one of %s", slot, value, strings.Join(f.allowed, ", "))
	case f.number:
		if _, err := strconv.ParseInt(value, 10, 64); err != nil {
			return fmt.Errorf("%s is a whole number, not %q", slot, value)
		}
	case f.day:
		if first, last := record.Days(value); first == "" && last == "" {
			return fmt.Errorf("%s is not %q; write a day or days as 2031-05-04, 2031-05, 2031-05-04/2031-05-06", slot, value)
		}
	}
	return nil
}

func noSlot(k record.Kind, slot string) error {
	names := strings.Join(Slots(k), ", ")
	switch {
	case names == "":
		return fmt.Errorf("%s has no slots to correct", aKind(k))
	case k == record.Meetings:
		names += ", and of a participant " + strings.Join(ParticipantSlots(), ":NAME, ") + ":NAME"
	}
	return fmt.Errorf("%s has no slot %q; it has %s", aKind(k), slot, names)
}

// Get is the value of a slot of a finding's body; About is not in the body.
func Get(k record.Kind, body any, src, slot string) string {
	if f, ok := find(k, slot); ok {
		return f.get(body, src)
	}
	return ""
}

// Set gives a slot of a finding's body a value. It reports false where the
// value cannot be had: words that the article does not have.
func Set(k record.Kind, body any, src, slot, value string) bool {
	f, ok := find(k, slot)
	return ok && f.set(body, src, value)
}

// findWords finds the stretches of src that value names, parted by « … ». Of
// several places of the same words it takes the one nearest to those before.
func findWords(src, value string, before []text.Span) ([]text.Span, bool) {
	if value == "" {
		return nil, true
	}
	var out []text.Span
	near := 0
	if len(before) > 0 {
		near = before[0].Start
	}
	for part := range strings.SplitSeq(value, "…") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		s, ok := nearest(src, part, near)
		if !ok {
			return nil, false
		}
		out = append(out, s)
		near = s.End
	}
	return out, len(out) > 0
}

// nearest is the place of words in src whose start is nearest to at. Blanks in
// words stand for any blanks.
func nearest(src, words string, at int) (best text.Span, ok bool) {
	for from := 0; from < len(src); {
		s, found := next(src, words, from)
		if !found {
			break
		}
		if !ok || gap(s.Start, at) < gap(best.Start, at) {
			best, ok = s, true
		}
		from = s.End
	}
	return best, ok
}

func gap(a, b int) int { return max(a-b, b-a) }

// next is the first place of words at or after from.
func next(src, words string, from int) (text.Span, bool) {
	parts := strings.Fields(words)
	if len(parts) == 0 {
		return text.Span{}, false
	}
	for at := from; ; {
		i := strings.Index(src[at:], parts[0])
		if i < 0 {
			return text.Span{}, false
		}
		start, end, whole := at+i, at+i+len(parts[0]), true
		for _, p := range parts[1:] {
			rest := strings.TrimLeft(src[end:], " \t\r\n\u00a0")
			if len(rest) == len(src)-end || !strings.HasPrefix(rest, p) {
				whole = false
				break
			}
			end = len(src) - len(rest) + len(p)
		}
		if whole {
			return text.Span{Start: start, End: end}, true
		}
		at = start + len(parts[0])
	}
}

// Can reports whether Set could give a slot of a body this value; it changes
// nothing.
func Can(k record.Kind, body any, src, slot, value string) bool {
	return Set(k, clone(body), src, slot, value)
}

// FindWords is the first place of words in an article; blanks in them stand
// for any blanks.
func FindWords(src, words string) (text.Span, bool) { return next(src, words, 0) }
