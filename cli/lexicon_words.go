package cli

import (
	"strings"

	"mahdar/arabic"
	"mahdar/lexicon"
)

// senseLine words one sense of a word: kind, entry, form.
func senseLine(lex *lexicon.Lexicon, s lexicon.Sense) string {
	switch s.Kind {
	case lexicon.SpeechWord:
		v := lex.Speech[s.Entry]
		return dotted("speech "+v.ID, v.Class, v.Act, formOf(s.Feature))
	case lexicon.DeedWord:
		v := lex.Deeds[s.Entry]
		return dotted("deed "+v.ID, v.Class, v.Act, formOf(s.Feature))
	case lexicon.UnitWord:
		return dotted("unit "+lex.Units[s.Entry].ID, lex.Units[s.Entry].Unit)
	case lexicon.GivenName:
		return dotted("given name", lex.GivenNames[s.Entry].Kind)
	case lexicon.NisbaWord:
		return dotted("adjective of "+lex.States[s.Entry].English, formOf(s.Feature))
	case lexicon.PeopleWord:
		return "people of " + lex.States[s.Entry].English
	case lexicon.HeadWord:
		return "head " + lex.Heads[s.Entry].ID
	case lexicon.Common:
		return "common word " + string(rune(s.Entry))
	}
	return ""
}

// refLine words an entry whose name a phrase is.
func refLine(lex *lexicon.Lexicon, r lexicon.Ref) string {
	entry := func(table string, e lexicon.Entry, more ...string) string {
		return dotted(append([]string{table + " " + e.ID, e.English}, more...)...)
	}
	switch r.Table {
	case lexicon.StateTable:
		return entry("state", lex.States[r.Entry].Entry)
	case lexicon.PlaceTable:
		p := lex.Places[r.Entry]
		return entry("place", p.Entry, p.Kind, p.Country)
	case lexicon.OrganisationTable:
		o := lex.Organisations[r.Entry]
		return entry("organisation", o.Entry, o.Kind, o.Country)
	case lexicon.OfficeTable:
		o := lex.Offices[r.Entry]
		return entry("office", o.Entry, o.Kind)
	case lexicon.PersonTable:
		p := lex.People[r.Entry]
		return entry("person", p.Entry, p.Country, p.Sector)
	case lexicon.ProcessTable:
		return entry("talks", lex.Processes[r.Entry].Entry)
	case lexicon.SpeechTable:
		return dotted("speech "+lex.Speech[r.Entry].ID, lex.Speech[r.Entry].Class)
	case lexicon.DeedTable:
		return dotted("deed "+lex.Deeds[r.Entry].ID, lex.Deeds[r.Entry].Class)
	case lexicon.UnitTable:
		return entry("unit", lex.Units[r.Entry].Entry)
	case lexicon.HeadTable:
		return entry("head", lex.Heads[r.Entry].Entry)
	}
	return ""
}

// formOf words a form's features.
func formOf(f arabic.Feature) string {
	var parts []string
	if n := [...]string{arabic.NoTense: "", arabic.Past: "past", arabic.Present: "present", arabic.Jussive: "jussive", arabic.Masdar: "masdar", arabic.Participle: "participle"}[f.Tense]; n != "" {
		parts = append(parts, n)
	}
	if f.Feminine {
		parts = append(parts, "feminine")
	}
	switch f.Count {
	case arabic.Dual:
		parts = append(parts, "dual")
	case arabic.Plural:
		parts = append(parts, "plural")
	}
	if f.Adverbial {
		parts = append(parts, "accusative")
	}
	return strings.Join(parts, " ")
}
