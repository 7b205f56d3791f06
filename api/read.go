package api

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"mahdar/fact"
	"mahdar/text"
)

// mostPasted is how many bytes a pasted article may have.
const mostPasted = 1 << 20

// readingSchema describes mahdar.reading/1.
//
//go:embed reading.schema.json
var readingSchema []byte

// verbatim is an answer whose bytes are written as they are.
type verbatim struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

// holdsReading is the description of an answer that is a reading.
func holdsReading() map[string]*huma.Response {
	return map[string]*huma.Response{"200": {Description: "The reading, mahdar.reading/1", Content: map[string]*huma.MediaType{
		"application/json": {Schema: &huma.Schema{Ref: "#/components/schemas/Reading"}}}}}
}

// reading registers the reading of an article that is kept.
func (s *Server) reading() {
	huma.Register(s.huma, huma.Operation{OperationID: "get-reading", Method: http.MethodGet, Path: Prefix + "/articles/{id}/reading", Tags: []string{"articles"},
		Summary: "The reading of an article", Description: "All that was found in it, as mahdar read --json prints it.", Errors: faults(http.StatusNotFound), Responses: holdsReading()},
		func(ctx context.Context, in *struct {
			ID string `path:"id" maxLength:"80"`
		}) (*verbatim, error) {
			b, err := s.desk.Reading(ctx, in.ID)
			if err != nil {
				return nil, s.fail(ctx, err)
			}
			return &verbatim{"application/json", b}, nil
		})
}

// pasted is an article that somebody sends.
type pasted struct {
	_         struct{} `additionalProperties:"false"`
	Text      string   `json:"text" minLength:"1" doc:"The article, up to a megabyte"`
	Published string   `json:"published,omitempty" maxLength:"10" doc:"The day on which it appeared, 2031-05-04, from which «yesterday» counts; without it what the article says itself"`
	Outlet    string   `json:"outlet,omitempty" maxLength:"200"`
	URL       string   `json:"url,omitempty" maxLength:"2000"`
}

type readIn struct{ Body pasted }

// reads registers the reading of an article that is sent, and not kept.
func (s *Server) reads() {
	if s.opt.Read == nil {
		return
	}
	huma.Register(s.huma, huma.Operation{OperationID: "read", Method: http.MethodPost, Path: Prefix + "/read", Tags: []string{"live"}, DefaultStatus: http.StatusOK,
		// An escape of JSON makes up to six bytes of one.
		MaxBodyBytes: 6*mostPasted + 8192, BodyReadTimeout: 30 * time.Second,
		Summary: "Read an article", Description: "Returns its reading. Nothing is kept.", Errors: faults(http.StatusRequestEntityTooLarge, http.StatusBadRequest), Responses: holdsReading()},
		func(ctx context.Context, in *readIn) (*verbatim, error) {
			doc, err := in.Body.document()
			if err != nil {
				return nil, err
			}
			r, err := s.opt.Read(doc)
			if err != nil {
				return nil, s.fail(ctx, err)
			}
			b, err := fact.Marshal(r)
			if err != nil {
				return nil, s.fail(ctx, err)
			}
			return &verbatim{"application/json", b}, nil
		})
}

func (a *pasted) document() (*text.Document, error) {
	words := strings.ReplaceAll(a.Text, "\r\n", "\n")
	switch {
	case len(words) > mostPasted:
		return nil, huma.NewError(http.StatusRequestEntityTooLarge, "text: more than a megabyte; read long articles with mahdar read")
	case strings.TrimSpace(words) == "" || !utf8.ValidString(words):
		return nil, huma.NewError(http.StatusUnprocessableEntity, "text: there are no words in it; send the article as UTF-8")
	}
	sum := sha256.Sum256([]byte(words))
	doc := &text.Document{Text: words, Published: text.Published{Basis: text.Unknown},
		Source: text.Source{Path: "request", Format: "text", Language: "ar", Outlet: a.Outlet, URL: a.URL, SHA256: hex.EncodeToString(sum[:])}}
	if a.Published != "" {
		if _, err := time.Parse(time.DateOnly, a.Published); err != nil {
			return nil, huma.NewError(http.StatusUnprocessableEntity, "published: is no day; write 2031-05-04")
		}
		doc.Published = text.Published{EDTF: a.Published, Basis: text.Given}
	}
	return doc, nil
}

// addReading puts the schemas of readings into the document.
func (s *Server) addReading(to map[string]*huma.Schema) error {
	var all map[string]map[string]any
	if err := json.Unmarshal(readingSchema, &all); err != nil {
		return fmt.Errorf("the schema of readings: %w", err)
	}
	for name, schema := range all {
		if to[name] != nil {
			return fmt.Errorf("the schema %s is there twice", name)
		}
		to[name] = &huma.Schema{Extensions: schema}
	}
	return nil
}
