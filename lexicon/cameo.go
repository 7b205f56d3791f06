package lexicon

import "fmt"

// Projection is the code of another event coding beside a PLOVER type and mode.
type Projection struct {
	Entry
	Type, Mode string
	Code       string
}

func (l *Lexicon) addProjection(r row) error {
	p := Projection{Entry: r.entry(), Type: r.get("type"), Mode: r.get("mode"), Code: r.get("code")}
	p.English = r.get("name")
	if p.Type == "" || p.Code == "" {
		return fmt.Errorf("a projection needs a type and a code")
	}
	if l.cameo == nil {
		l.cameo = map[[2]string]string{}
	}
	l.cameo[[2]string{p.Type, p.Mode}] = p.Code
	return put(l, ProjectionTable, &l.Projections, r.get("id"), p)
}

// CAMEO is the CAMEO code of a PLOVER type and mode (cameo.tsv): the mode's own,
// else the type's, "" for a type that is none.
func (l *Lexicon) CAMEO(kind, mode string) string {
	if c, ok := l.cameo[[2]string{kind, mode}]; ok {
		return c
	}
	return l.cameo[[2]string{kind, ""}]
}
