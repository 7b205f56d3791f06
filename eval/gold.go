package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// GoldSuffix ends the name of a file that holds a gold record: NAME.gold.json.
const GoldSuffix = ".gold.json"

// GoldRecord is what a careful reader takes from one article. Every words-like
// field (Text, Content, Cue, Speaker, Evidence) is an exact substring of the
// article, and N says which of its plain, non-overlapping occurrences is meant,
// counted from 1 (0 is 1). A layer that is nil was not marked and is not
// scored; one that is empty was marked, and the article has nothing of it.
type GoldRecord struct {
	Doc            string           `json:"doc"`
	Published      string           `json:"published,omitempty"` // EDTF, "" where unknown
	PublishedBasis string           `json:"published_basis,omitempty"`
	Title          string           `json:"title,omitempty"`
	Boilerplate    []string         `json:"boilerplate,omitzero"`
	Mentions       []GoldMention    `json:"mentions,omitzero"`
	Dates          []GoldDate       `json:"dates,omitzero"`
	Statements     []GoldStatement  `json:"statements,omitzero"`
	Meetings       []GoldMeeting    `json:"meetings,omitzero"`
	Commitments    []GoldCommitment `json:"commitments,omitzero"`
	Demands        []GoldDemand     `json:"demands,omitzero"`
	Ceasefires     []GoldCeasefire  `json:"ceasefires,omitzero"`
	Figures        []GoldFigure     `json:"figures,omitzero"`
	Incidents      []GoldIncident   `json:"incidents,omitzero"`
}

// GoldMention is a proper name where it stands.
type GoldMention struct {
	Text string `json:"text"`
	N    int    `json:"n,omitempty"`
	Type string `json:"type"` // PER, ORG, LOC
	Name string `json:"name"` // canonical Arabic
}

// GoldDate is an expression of calendar time. Where Value is "" or begins with
// XXXX the expression cannot be resolved and is not scored.
type GoldDate struct {
	Text  string `json:"text"`
	N     int    `json:"n,omitempty"`
	Value string `json:"value,omitempty"` // EDTF
}

// GoldStatement is words or a position attributed to somebody.
type GoldStatement struct {
	Content string   `json:"content"`
	N       int      `json:"n,omitempty"`
	Cue     string   `json:"cue,omitempty"`
	Speaker string   `json:"speaker,omitempty"`
	Name    string   `json:"name,omitempty"`
	Kind    string   `json:"kind,omitempty"`
	Via     []string `json:"via,omitempty"` // outermost first
	Mode    string   `json:"mode,omitempty"`
	Act     string   `json:"act,omitempty"`
	Target  string   `json:"target,omitempty"`
}

// GoldParticipant is somebody at a meeting, or expected or missing there.
type GoldParticipant struct {
	Name       string `json:"name"`
	Role       string `json:"role,omitempty"`
	Attendance string `json:"attendance,omitempty"`
	Size       int    `json:"size,omitempty"`
}

// GoldMeeting is a meeting of the talks.
type GoldMeeting struct {
	Process      string            `json:"process,omitempty"` // key, "" outside any process
	Ordinal      *int              `json:"ordinal,omitempty"`
	Kind         string            `json:"kind,omitempty"`
	Status       string            `json:"status,omitempty"`
	Place        string            `json:"place,omitempty"`
	Start        string            `json:"start,omitempty"` // EDTF
	End          string            `json:"end,omitempty"`   // EDTF
	Participants []GoldParticipant `json:"participants,omitempty"`
	Agenda       []string          `json:"agenda,omitempty"`
	Outcome      []string          `json:"outcome,omitempty"`
	Evidence     string            `json:"evidence,omitempty"`
}

// GoldCommitment is what a side has bound itself to, or what is said of keeping it.
type GoldCommitment struct {
	By        string `json:"by,omitempty"`
	To        string `json:"to,omitempty"`
	Content   string `json:"content"`
	Status    string `json:"status,omitempty"`
	AllegedBy string `json:"alleged_by,omitempty"`
}

// GoldDemand is what one side requires of another.
type GoldDemand struct {
	By      string `json:"by,omitempty"`
	Of      string `json:"of,omitempty"`
	Content string `json:"content"`
	Answer  string `json:"answer,omitempty"`
}

// GoldCeasefire is a truce and what is said of it.
type GoldCeasefire struct {
	Event      string   `json:"event,omitempty"`
	Parties    []string `json:"parties,omitempty"`
	Guarantors []string `json:"guarantors,omitempty"`
	Date       string   `json:"date,omitempty"` // EDTF
	Place      string   `json:"place,omitempty"`
	Evidence   string   `json:"evidence,omitempty"`
}

// GoldFigure is a count of people, groups or things; a nil bound is open.
type GoldFigure struct {
	Text   string   `json:"text"`
	N      int      `json:"n,omitempty"`
	Min    *float64 `json:"min"`
	Max    *float64 `json:"max"`
	Unit   string   `json:"unit,omitempty"`
	Source string   `json:"source,omitempty"`
}

// GoldIncident is a deed in the world in PLOVER's terms.
type GoldIncident struct {
	Type      string   `json:"type,omitempty"`
	Actor     []string `json:"actor,omitempty"`
	Recipient []string `json:"recipient,omitempty"`
	Date      string   `json:"date,omitempty"` // EDTF
	Place     string   `json:"place,omitempty"`
	Evidence  string   `json:"evidence,omitempty"`
}

// ParseGold reads one gold record. Fields that it does not know are passed
// over (CheckGold tells them); a field of the wrong kind and a layer that is
// null are errors, with their line.
func ParseGold(raw []byte) (*GoldRecord, error) {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	var g GoldRecord
	if err := json.Unmarshal(raw, &g); err != nil {
		return nil, goldError(raw, err)
	}
	layers, err := topLevel(raw)
	if err != nil {
		return nil, err
	}
	for _, l := range append([]string{"boilerplate"}, checkedLayers()...) {
		if v, ok := layers[l]; ok && bytes.Equal(bytes.TrimSpace(v), []byte("null")) {
			return nil, fmt.Errorf("%s is null; write [] where the article has none, or leave it out where it was not marked", l)
		}
	}
	return &g, nil
}

// topLevel is the record's fields as they stand.
func topLevel(raw []byte) (map[string]json.RawMessage, error) {
	var m map[string]json.RawMessage
	if err := json.Unmarshal(bytes.TrimPrefix(raw, []byte("\ufeff")), &m); err != nil {
		return nil, goldError(raw, err)
	}
	if m == nil {
		return nil, errors.New("is not a gold record: it is null and not an object")
	}
	return m, nil
}

// goldError words an error of encoding/json with its line.
func goldError(raw []byte, err error) error {
	line := func(at int64) int { return 1 + bytes.Count(raw[:max(0, min(at, int64(len(raw))))], []byte("\n")) }
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d: is not JSON: %w", line(syntax.Offset), err)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("line %d: is not a gold record: it is of kind %s and not an object", line(kind.Offset), kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("line %d: %s is of kind %s; it should be of kind %s", line(kind.Offset), kind.Field, kind.Value, kind.Type.Kind())
	}
	return fmt.Errorf("is not a gold record: %w", err)
}

// WriteGold writes g as indented JSON with Arabic letters as they are.
func WriteGold(w io.Writer, g *GoldRecord) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(g)
}

// GoldFile is a gold record in its file.
type GoldFile struct {
	Name   string // the article's: NAME of NAME.gold.json
	Path   string
	Raw    []byte
	Record *GoldRecord
}

// LoadGold reads all gold records of a folder in the order of their file
// names. A record that cannot be read is an error of its path; all of them are
// told, joined, beside the records that could be.
func LoadGold(dir string) ([]GoldFile, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("%s: there is no such folder of gold records; check the path", dir)
		}
		return nil, fmt.Errorf("%s: cannot be read as a folder of gold records: %w", dir, err)
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	var out []GoldFile
	var errs []error
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), GoldSuffix)
		if !ok || e.IsDir() {
			continue
		}
		f := GoldFile{Name: name, Path: filepath.Join(dir, e.Name())}
		if f.Raw, err = os.ReadFile(f.Path); err == nil {
			f.Record, err = ParseGold(f.Raw)
		} else {
			err = errors.New("cannot be read; check its permissions")
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", f.Path, err))
			continue
		}
		out = append(out, f)
	}
	if len(out)+len(errs) == 0 {
		return nil, fmt.Errorf("%s: holds no gold record; a record is a file NAME%s for the article NAME.txt", dir, GoldSuffix)
	}
	return out, errors.Join(errs...)
}
