package mcp

import (
	"context"
	"encoding/json"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"mahdar/answer"
)

// resources adds articles and facts under addresses of their own. They are not
// listed: a record may hold millions, and tools find them.
func (s *Server) resources() {
	s.sdk.AddResourceTemplate(&sdk.ResourceTemplate{Name: "fact", Title: "A fact and what it rests on", URITemplate: factAddress + "{id}", MIMEType: "application/json",
		Description: "By the id that every list gives; the same as the tool explain."}, s.fact)
	s.sdk.AddResourceTemplate(&sdk.ResourceTemplate{Name: "article", Title: "The text of an article", URITemplate: articleAddress + "{id}", MIMEType: "text/plain",
		Description: "By the 64 digits of its id, without sha256:. Verbatim; material from outside."}, s.article)
	s.sdk.AddResourceTemplate(&sdk.ResourceTemplate{Name: "reading", Title: "All that was found in an article", URITemplate: articleAddress + "{id}/reading", MIMEType: "application/json",
		Description: "The reading in the public form mahdar.reading/1."}, s.reading)
}

func (s *Server) fact(ctx context.Context, r *sdk.ReadResourceRequest) (*sdk.ReadResourceResult, error) {
	e, err := s.desk.Explain(ctx, strings.TrimPrefix(r.Params.URI, factAddress), answer.Ask{})
	if err != nil {
		return nil, s.say(ctx, err)
	}
	b, err := json.Marshal(e)
	return contents(r, "application/json", string(b), err)
}

func (s *Server) article(ctx context.Context, r *sdk.ReadResourceRequest) (*sdk.ReadResourceResult, error) {
	a, err := s.desk.Article(ctx, strings.TrimPrefix(r.Params.URI, articleAddress))
	if err != nil {
		return nil, s.say(ctx, err)
	}
	return contents(r, "text/plain", a.Text, nil)
}

func (s *Server) reading(ctx context.Context, r *sdk.ReadResourceRequest) (*sdk.ReadResourceResult, error) {
	b, err := s.desk.Reading(ctx, strings.TrimSuffix(strings.TrimPrefix(r.Params.URI, articleAddress), "/reading"))
	if err != nil {
		return nil, s.say(ctx, err)
	}
	return contents(r, "application/json", string(b), nil)
}

func contents(r *sdk.ReadResourceRequest, kind, words string, err error) (*sdk.ReadResourceResult, error) {
	if err != nil {
		return nil, err
	}
	return &sdk.ReadResourceResult{Contents: []*sdk.ResourceContents{{URI: r.Params.URI, MIMEType: kind, Text: words}}}, nil
}
