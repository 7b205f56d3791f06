package lexicon

import (
	"fmt"
	"strconv"
	"strings"

	"mahdar/arabic"
)

func (r row) entry() Entry {
	return Entry{ID: r.get("id"), Name: r.get("ar"), Aliases: r.list("aliases"), English: r.get("en"), Origin: r.get("origin")}
}

func coordinate(s string) (float64, error) {
	if s == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < -180 || v > 180 {
		return 0, fmt.Errorf("coordinate %q is not a number of degrees", s)
	}
	return v, nil
}

func (r row) position() (lat, lon float64, err error) {
	if lat, err = coordinate(r.get("lat")); err == nil {
		lon, err = coordinate(r.get("lon"))
	}
	return lat, lon, err
}

// parseRole reads «OFFICE:BODY/TOPIC FROM..TO».
func parseRole(s string) (Role, error) {
	what, when, _ := strings.Cut(s, " ")
	var r Role
	var ok bool
	if r.Office, r.Body, ok = strings.Cut(what, ":"); !ok {
		return r, fmt.Errorf("role %q is not OFFICE:BODY FROM..TO", s)
	}
	r.Body, r.Topic, _ = strings.Cut(r.Body, "/")
	if when != "" {
		if r.From, r.To, ok = strings.Cut(when, ".."); !ok {
			return r, fmt.Errorf("role %q has no FROM..TO", s)
		}
	}
	return r, nil
}

// parseFrames reads the frames cell (data/README.md).
func parseFrames(s string) ([]Frame, error) {
	var out []Frame
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		var f Frame
		if i := strings.LastIndexByte(part, '='); i >= 0 {
			part, f.Act = strings.TrimSpace(part[:i]), part[i+1:]
		}
		for part != "" {
			var s Slot
			var err error
			if s, part, err = parseSlot(part); err != nil {
				return nil, err
			}
			s.Kind = slotKind(&s)
			f.Slots = append(f.Slots, s)
		}
		if len(f.Slots) == 0 {
			return nil, fmt.Errorf("frame without a mark")
		}
		f.First = firstOf(out, &f)
		out = append(out, f)
	}
	return out, nil
}

// firstOf is the number of what f begins with, among the frames before it.
func firstOf(before []Frame, f *Frame) uint8 {
	if f.Slots[0].Kind == TakesWords {
		return 0
	}
	n := uint8(0)
	for k := range before {
		if before[k].Slots[0] == f.Slots[0] {
			return before[k].First
		}
		n = max(n, before[k].First)
	}
	return n + 1
}

// parseSlot reads one MARK, MARK>ROLE or {words}>ROLE and returns what follows.
func parseSlot(s string) (slot Slot, rest string, err error) {
	slot.Role = "content"
	if s[0] == '{' {
		end := strings.IndexByte(s, '}')
		if end < 0 {
			return slot, "", fmt.Errorf("frame %q has no closing brace", s)
		}
		slot.Words = arabic.Fold(strings.TrimSpace(s[1:end]))
		s = s[end+1:]
		head, tail, _ := strings.Cut(s, " ")
		if role, ok := strings.CutPrefix(head, ">"); ok {
			slot.Role = role
		}
		return slot, strings.TrimSpace(tail), nil
	}
	head, tail, _ := strings.Cut(s, " ")
	mark, role, has := strings.Cut(head, ">")
	if has {
		slot.Role = role
	}
	slot.Mark = arabic.Fold(mark)
	return slot, strings.TrimSpace(tail), nil
}

func (r row) verb(class, act string) (Verb, error) {
	frames, err := parseFrames(r.get("frames"))
	return Verb{ID: r.get("id"), Past: r.get("past"), Present: r.get("present"), Masdars: r.list("masdars"), Participles: r.list("participles"),
		Also: r.list("also"), Class: r.get(class), Act: r.get(act), Frames: frames, Origin: r.get("origin")}, err
}
