package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
)

// Fault is something wrong in a gold record.
type Fault struct {
	Where string // "statements[3]", "boilerplate"
	Why   string
}

// Error is «where: why».
func (f Fault) Error() string { return f.Where + ": " + f.Why }

// goldLayer is what a layer of a gold record may hold.
type goldLayer struct {
	name     string
	keys     []string
	verbatim []string            // fields that are words of the article
	allowed  map[string][]string // values of fields that take only certain ones
}

// goldLayers are the layers of the guide with their fields and values.
func goldLayers() []goldLayer {
	return []goldLayer{
		{"mentions", []string{"text", "n", "type", "name"}, []string{"text"}, map[string][]string{"type": {"PER", "ORG", "LOC"}}},
		{"dates", []string{"text", "n", "value"}, []string{"text"}, nil},
		{"statements", []string{"content", "n", "cue", "speaker", "name", "kind", "via", "mode", "act", "target"}, []string{"content", "cue", "speaker"},
			map[string][]string{
				"kind": {"person", "office", "organisation", "country", "group", "unnamed"},
				"mode": {"direct", "indirect", "mixed"},
				"act": {"state", "announce", "expect", "accuse", "deny", "pledge", "demand", "propose", "accept", "reject",
					"threaten", "warn", "criticise", "praise"}}},
		{"meetings", []string{"process", "ordinal", "kind", "status", "place", "start", "end", "participants", "agenda", "outcome", "evidence"}, []string{"evidence"},
			map[string][]string{
				"kind":   {"round", "session", "bilateral", "conference", "visit", "call"},
				"status": {"planned", "opened", "ongoing", "concluded", "collapsed", "postponed", "cancelled"}}},
		{"commitments", []string{"by", "to", "content", "status", "alleged_by"}, []string{"content"},
			map[string][]string{"status": {"made", "kept", "breach-alleged", "breach-denied"}}},
		{"demands", []string{"by", "of", "content", "answer"}, []string{"content"}, map[string][]string{"answer": {"accepted", "rejected", "none"}}},
		{"ceasefires", []string{"event", "parties", "guarantors", "date", "place", "evidence"}, []string{"evidence"},
			map[string][]string{"event": {"proposed", "declared", "in-force", "extended", "violation-alleged", "collapsed", "mechanism"}}},
		{"figures", []string{"text", "n", "min", "max", "unit", "source"}, []string{"text"}, nil},
		{"incidents", []string{"type", "actor", "recipient", "date", "place", "evidence"}, []string{"evidence"},
			map[string][]string{"type": {"ASSAULT", "RETREAT", "AGREE", "CONSULT", "COOPERATE", "AID", "SANCTION", "MOBILIZE", "PROTEST", "COERCE"}}},
	}
}

// participantValues are the values of a participant's fields.
func participantValues() []struct {
	key     string
	allowed []string
} {
	return []struct {
		key     string
		allowed []string
	}{
		{"role", []string{"party", "guarantor", "mediator", "host", "observer", "head", "sponsor"}},
		{"attendance", []string{"attended", "expected", "boycotted", "late", "absent", "withdrew", "refused"}},
	}
}

func checkedLayers() []string {
	var out []string
	for _, l := range goldLayers() {
		out = append(out, l.name)
	}
	return out
}

const edtfDay = `-?\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?[?~%]?`

// edtf matches the values that a gold record may give to a time: days, months,
// years, seasons, intervals, open ends, and forms that are not resolved (XXXX-…).
var edtf = regexp.MustCompile(`^(` + edtfDay + `|` + edtfDay + `/` + edtfDay + `|\.\.` + edtfDay + `|` + edtfDay + `\.\.|` + edtfDay + `/\.\.|\.\./` + edtfDay + `|\d{4}-2[1-4]|XXXX-.*)$`)

// CheckGold holds a gold record against its article: words that do not stand
// there as often as they should, values that are not allowed, fields that are
// not known, times that are not EDTF. It tells all faults in the order of the
// record; an error means that raw is no record at all.
func CheckGold(raw []byte, article string) ([]Fault, error) {
	g, err := ParseGold(raw)
	if err != nil {
		return nil, err
	}
	top, err := topLevel(raw)
	if err != nil {
		return nil, err
	}
	var faults []Fault
	for _, p := range g.Boilerplate {
		if !strings.Contains(article, asIn(article, p)) {
			faults = append(faults, Fault{"boilerplate", fmt.Sprintf("not in the article: %q", cut(p, 60))})
		}
	}
	for _, l := range goldLayers() {
		var items []json.RawMessage
		if v, ok := top[l.name]; ok {
			if err := json.Unmarshal(v, &items); err != nil {
				return nil, goldError(raw, err)
			}
		}
		for i, it := range items {
			where := fmt.Sprintf("%s[%d]", l.name, i)
			fields, err := fieldsOf(it)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", where, err)
			}
			for _, why := range l.check(fields, article) {
				faults = append(faults, Fault{where, why})
			}
		}
	}
	return faults, nil
}

// field is a field of a JSON object with its value as it stands.
type field struct {
	key   string
	value any
}

// fieldsOf are the fields of a JSON object in their order; of a field that
// stands twice the last value counts.
func fieldsOf(raw json.RawMessage) ([]field, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	t, err := dec.Token()
	if err != nil || t != json.Delim('{') {
		return nil, fmt.Errorf("is not an object")
	}
	var out []field
	for dec.More() {
		k, err := dec.Token()
		if err != nil {
			return nil, err
		}
		var v any
		if err := dec.Decode(&v); err != nil {
			return nil, err
		}
		key, _ := k.(string)
		if i := slices.IndexFunc(out, func(f field) bool { return f.key == key }); i >= 0 {
			out[i].value = v
		} else {
			out = append(out, field{key, v})
		}
	}
	return out, nil
}

func (l goldLayer) check(fields []field, article string) (why []string) {
	get := func(key string) any {
		for _, f := range fields {
			if f.key == key {
				return f.value
			}
		}
		return nil
	}
	fault := func(format string, args ...any) { why = append(why, fmt.Sprintf(format, args...)) }
	for _, f := range fields {
		if !slices.Contains(l.keys, f.key) {
			fault("unknown key %s", f.key)
		}
	}
	n := 1.0
	if v, ok := get("n").(json.Number); ok {
		n, _ = v.Float64()
	}
	for _, k := range l.verbatim {
		need := 1.0
		if k == "text" || k == "content" {
			need = n
		}
		if v, _ := get(k).(string); v != "" && float64(strings.Count(article, asIn(article, v))) < need {
			fault("%s not in the article (or not %s times): %q", k, number(n), cut(v, 80))
		}
	}
	for _, f := range fields {
		if allowed, ok := l.allowed[f.key]; ok && !isOneOf(f.value, allowed) {
			fault("%s=%s not allowed", f.key, quoted(f.value))
		}
	}
	for _, k := range []string{"value", "date", "start", "end"} {
		if v, _ := get(k).(string); v != "" && !edtf.MatchString(v) {
			fault("%s=%q is not EDTF", k, v)
		}
	}
	people, _ := get("participants").([]any)
	for _, p := range people {
		person, _ := p.(map[string]any)
		for _, v := range participantValues() {
			if x := person[v.key]; x != nil && !isOneOf(x, v.allowed) {
				fault("participant %s=%s not allowed", v.key, quoted(x))
			}
		}
	}
	return why
}

func isOneOf(v any, allowed []string) bool {
	s, ok := v.(string)
	return ok && slices.Contains(allowed, s)
}

// quoted is a JSON value as a message shows it.
func quoted(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("%q", v)
	}
	return fmt.Sprint(v)
}

// number writes whole numbers without a point.
func number(f float64) string {
	if f == math.Trunc(f) && math.Abs(f) < 1e15 {
		return fmt.Sprintf("%.0f", f)
	}
	return fmt.Sprint(f)
}

// cut is at most the first n code points of s.
func cut(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
