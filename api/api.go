package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"mahdar/answer"
	"mahdar/fact"
	"mahdar/text"
)

// Prefix begins the address of everything that is served.
const Prefix = "/api/v1"

// Options say what is served.
type Options struct {
	Answer answer.Options
	// Read reads an article that somebody sends; nil takes POST /read away.
	Read func(*text.Document) (*fact.Reading, error)
	// Changes is a number that grows with every change of the record; nil
	// leaves changes untold.
	Changes func(context.Context) (int64, error)
	// Progress is what a run that fills the record has done, nil where none
	// runs; nil leaves it untold.
	Progress func(context.Context) (*Progress, error)
	// Host reports whether a host that a request names is served; nil serves
	// all. It keeps pages elsewhere from reaching the record through a name
	// that they let point here.
	Host func(hostport string) bool
	// Version of the program, for the OpenAPI document.
	Version string
	// Clients is how many may listen to events at a time; 0 is 32.
	Clients int
	// Log is told of faults; nil is slog.Default.
	Log *slog.Logger
}

// Server is the interface of one record. It is an http.Handler for all below
// Prefix.
type Server struct {
	opt    Options
	desk   *answer.Desk
	huma   huma.API
	mux    *http.ServeMux
	events *hub
}

// New makes the handler.
func New(opt Options) (*Server, error) {
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	if opt.Clients == 0 {
		opt.Clients = 32
	}
	if opt.Version == "" {
		opt.Version = "dev"
	}
	s := &Server{opt: opt, desk: answer.New(opt.Answer), mux: http.NewServeMux()}
	s.events = newHub(s, time.Second)
	s.huma = humago.New(s.mux, s.config())
	s.register()
	if err := s.document(); err != nil {
		return nil, err
	}
	return s, nil
}

// OpenAPI is the document that describes the interface.
func (s *Server) OpenAPI() *huma.OpenAPI { return s.huma.OpenAPI() }

func (s *Server) config() huma.Config {
	c := huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{Title: "Mahdar", Version: s.opt.Version, License: &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"},
				Description: "The record of peace talks read out of Arabic news: meetings, statements, commitments, ceasefires, incidents and where accounts differ, every fact with the words it rests on. " +
					"Places are Unicode code points of the article's text, half-open; exact holds the words letter for letter. Days are EDTF. Facts are as reported: nothing is decided between accounts. " +
					"Lists come in parts: go on with next until it is absent. GET answers carry an ETag; HEAD is answered wherever GET is."},
			Components: &huma.Components{Schemas: huma.NewMapRegistry("#/components/schemas/", schemaName)},
			Tags: []*huma.Tag{{Name: "record", Description: "What the record holds"}, {Name: "facts", Description: "Facts by kind, and what each rests on"},
				{Name: "articles", Description: "Articles, their readings, search"}, {Name: "tallies", Description: "Counts over statements and places"}, {Name: "live", Description: "Reading an article, and being told of changes"}},
		},
		Formats:                      map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true,
		Transformers:                 []huma.Transformer{worded},
	}
	c.AllowAdditionalPropertiesByDefault = true // fields may be added within a version
	return c
}

// schemaName names types in the document, with problem details as everybody
// calls them.
func schemaName(t reflect.Type, hint string) string {
	if n := huma.DefaultSchemaNamer(t, hint); n != "ErrorModel" {
		return n
	}
	return "Problem"
}

// worded makes a sentence of what is wrong with a request's parameters.
func worded(_ huma.Context, _ string, v any) (any, error) {
	m, ok := v.(*huma.ErrorModel)
	if !ok || m.Detail != "validation failed" || len(m.Errors) == 0 {
		return v, nil
	}
	var parts []string
	for _, e := range m.Errors {
		where := e.Location
		if _, after, ok := strings.Cut(where, "."); ok {
			where = after
		}
		parts = append(parts, where+": "+e.Message)
	}
	m.Detail = strings.Join(parts, "; ") + "; see " + Prefix + "/docs"
	return m, nil
}

// fail words an error of an answer as problem details.
func (s *Server) fail(ctx context.Context, err error) error {
	var f *answer.Fault
	switch {
	case errors.As(err, &f):
		status := http.StatusUnprocessableEntity
		if f.Reason == answer.Missing {
			status = http.StatusNotFound
		}
		if f.Field == "" {
			return huma.NewError(status, f.Say)
		}
		return huma.NewError(status, f.Say, &huma.ErrorDetail{Message: f.Say, Location: f.Field})
	case ctx.Err() != nil:
		return huma.NewError(http.StatusServiceUnavailable, "the request was given up")
	}
	s.opt.Log.Error("an answer failed", "error", err)
	return huma.NewError(http.StatusInternalServerError, "the record could not be asked; try again, and look at what mahdar serve has printed")
}
