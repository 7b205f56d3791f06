package mcp

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"mahdar/answer"
)

// schemas makes schemas of types of questions and answers. Those that many
// answers hold stand once in each schema, under $defs, so that the list of
// tools is not many times as long as what it says.
type schemas struct {
	opt  jsonschema.ForOptions
	defs map[string]*jsonschema.Schema
}

func newSchemas() *schemas {
	s := &schemas{jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{reflect.TypeFor[json.RawMessage](): {}}}, map[string]*jsonschema.Schema{}}
	for _, t := range []reflect.Type{ // each after those that it holds
		reflect.TypeFor[answer.Evidence](), reflect.TypeFor[answer.Value](), reflect.TypeFor[answer.Participant](), reflect.TypeFor[answer.Claim](),
		reflect.TypeFor[answer.Statement](), reflect.TypeFor[answer.Commitment](), reflect.TypeFor[answer.Demand](), reflect.TypeFor[answer.Ceasefire](),
		reflect.TypeFor[answer.Incident](), reflect.TypeFor[answer.Figure](),
	} {
		s.defs[t.Name()] = s.of(t)
		s.opt.TypeSchemas[t] = &jsonschema.Schema{Ref: defsPath + t.Name()}
	}
	return s
}

const defsPath = "#/$defs/"

func (s *schemas) of(t reflect.Type) *jsonschema.Schema {
	out, err := jsonschema.ForType(t, &s.opt)
	if err != nil {
		panic(err) // the types are ours
	}
	return out
}

// whole is the schema of a type with all that it refers to.
func (s *schemas) whole(t reflect.Type) *jsonschema.Schema {
	out := s.of(t)
	out.Defs = map[string]*jsonschema.Schema{}
	s.add(out.Defs, out)
	if len(out.Defs) == 0 {
		out.Defs = nil
	}
	return out
}

// add adds what a schema refers to.
func (s *schemas) add(to map[string]*jsonschema.Schema, x *jsonschema.Schema) {
	b, err := json.Marshal(x)
	if err != nil {
		panic(err)
	}
	for part := range strings.SplitSeq(string(b), defsPath) {
		name, _, _ := strings.Cut(part, `"`)
		if d := s.defs[name]; d != nil && to[name] == nil {
			to[name] = d
			s.add(to, d)
		}
	}
}
