package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"mahdar/fact"
	"mahdar/store"
	"mahdar/text"
)

// Reader is the version that the suite's readings pretend to be made by.
const Reader = "test-1"

// Article is an invented article about the nth round of invented talks, with
// what a reader would find in it. Rounds told by several outlets share their
// facts; variant tells the copies apart.
func Article(n, variant int) (*text.Document, *fact.Reading) {
	day := fmt.Sprintf("2031-%02d-%02d", 1+n/28%12, 1+n%28)
	src := fmt.Sprintf("اختتام الجولة %d من محادثات وادي القمر\nالنسخة %d\nقال رئيس الوفد سالم الأحمر «سنواصل المحادثات رقم %d حتى النهاية». وشارك في الجولة 12 مندوبا، وتعهدت حركة الجبل بوقف القصف.\n", n, variant, n)
	at := func(w string) text.Span {
		i := strings.Index(src, w)
		if i < 0 {
			panic("the invented article lacks " + w)
		}
		return text.Span{Start: i, End: i + len(w)}
	}
	sum := sha256.Sum256([]byte(src))
	doc := &text.Document{Text: src, Published: text.Published{EDTF: day, Basis: text.Given},
		Source: text.Source{Path: fmt.Sprintf("talks/%05d-%d.txt", n, variant), Outlet: fmt.Sprintf("صحيفة %d", variant), Format: "text", Language: "ar", SHA256: hex.EncodeToString(sum[:])}}
	twelve := int64(12)
	r := &fact.Reading{ID: doc.ID(), Source: doc.Source, Title: at(strings.SplitN(src, "\n", 2)[0]), Published: doc.Published, Text: src,
		Actors:   []fact.Actor{{ID: "person:salim", Name: "سالم الأحمر", English: "Salim al-Ahmar", Type: fact.Person, Offices: []string{"رئيس الوفد"}}},
		Blocks:   []fact.Block{{Span: text.Span{End: len(src)}, Kind: fact.Paragraph, Anchor: day}},
		Mentions: []fact.Mention{{Span: at("سالم الأحمر"), Type: fact.Person, Name: "سالم الأحمر", Actor: "person:salim"}, {Span: at("حركة الجبل"), Type: fact.Organisation, Name: "حركة الجبل"}},
		Statements: []fact.Statement{{ID: "s1", Content: []text.Span{at(fmt.Sprintf("سنواصل المحادثات رقم %d حتى النهاية", n))}, Cue: at("قال"),
			Speaker: at("رئيس الوفد سالم الأحمر"), Name: "سالم الأحمر", Actor: "person:salim", Kind: "person", Mode: "direct", Act: "pledge", Said: day, Rule: "test"}},
		Meetings: []fact.Meeting{{Process: "qamar", Ordinal: n, Kind: "round", Status: "concluded", Place: "وادي القمر", Start: day,
			Participants: []fact.Participant{{Name: "حركة الجبل", Role: "party", Attendance: "attended", Size: 12}}, Evidence: []text.Span{at("اختتام الجولة")}, Rule: "test"}},
		Commitments: []fact.Commitment{{By: "حركة الجبل", Content: []text.Span{at("وقف القصف")}, Status: "made", Rule: "test"}},
		Figures:     []fact.Figure{{Span: at("12 مندوبا"), Min: &twelve, Max: &twelve, Unit: "delegates", Rule: "test"}},
	}
	return doc, r
}

// Parcel is Article packed.
func Parcel(n, variant int) *store.Parcel {
	doc, r := Article(n, variant)
	return pack(doc, r, Reader)
}

func pack(doc *text.Document, r *fact.Reading, reader string) *store.Parcel {
	p, err := store.Pack(doc, r, reader)
	if err != nil {
		panic(err)
	}
	return p
}
