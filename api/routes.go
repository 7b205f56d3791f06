package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"mahdar/answer"
)

// of is an answer with its body.
type of[T any] struct{ Body *T }

// partOf is a part of a list, with the way to the next.
type partOf[T any] struct {
	Link string `header:"Link" doc:"The address of what follows, rel=next"`
	Body *answer.Page[T]
}

// asks is a list's parameters.
type asks interface {
	ask() answer.Ask
	next(cursor string) string
}

// faults are the statuses of errors that any operation may answer with.
func faults(more ...int) []int { return append(more, http.StatusUnprocessableEntity) }

// list registers a list of facts.
func list[In any, P interface {
	*In
	asks
}, T any](s *Server, path, tag, summary, about string, answers func(context.Context, answer.Ask) (*answer.Page[T], error)) {
	huma.Register(s.huma, huma.Operation{OperationID: "list-" + path[1:], Method: http.MethodGet, Path: Prefix + path, Tags: []string{tag}, Summary: summary, Description: about, Errors: faults()},
		func(ctx context.Context, in *In) (*partOf[T], error) {
			p, err := answers(ctx, P(in).ask())
			if err != nil {
				return nil, s.fail(ctx, err)
			}
			return &partOf[T]{P(in).next(p.Next), p}, nil
		})
}

// get registers one thing.
func get[In, T any](s *Server, path, id, tag, summary, about string, answers func(context.Context, *In) (*T, error)) {
	huma.Register(s.huma, huma.Operation{OperationID: id, Method: http.MethodGet, Path: Prefix + path, Tags: []string{tag}, Summary: summary, Description: about, Errors: faults(http.StatusNotFound)},
		func(ctx context.Context, in *In) (*of[T], error) {
			v, err := answers(ctx, in)
			if err != nil {
				return nil, s.fail(ctx, err)
			}
			return &of[T]{v}, nil
		})
}

// processes is the list of all talks.
type processes struct {
	Items []answer.Process `json:"items"`
}

// register registers all operations, by what they are about.
func (s *Server) register() {
	s.aboutRecord()
	s.aboutFacts()
	s.aboutArticles()
	s.aboutTallies()
	s.reads()
	s.listens()
}

// aboutRecord registers what tells of the record as a whole and of its talks.
func (s *Server) aboutRecord() {
	d := s.desk
	get(s, "/status", "get-status", "record", "How much the record holds", "", func(ctx context.Context, _ *struct{}) (*answer.Status, error) { return d.Status(ctx) })
	get(s, "/overview", "get-overview", "record", "What the front page shows", "Counts, talks, the latest articles and the first disagreements.",
		func(ctx context.Context, in *Wording) (*answer.Overview, error) { return d.Overview(ctx, in.lang()) })
	get(s, "/processes", "list-processes", "record", "The talks of the record", "All of them, by their earliest day.", func(ctx context.Context, in *Wording) (*processes, error) {
		ps, err := d.Processes(ctx, in.lang())
		return &processes{ps}, err
	})
	get(s, "/processes/{id}", "get-process", "record", "One series of talks", "By its key; - for meetings outside any talks.",
		func(ctx context.Context, in *oneIn) (*answer.ProcessPage, error) {
			return d.Process(ctx, in.ID, in.ask())
		})
}

// aboutFacts registers the lists of facts by kind and the pages of one.
func (s *Server) aboutFacts() {
	d := s.desk
	list[meetingsIn](s, "/meetings", "facts", "Meetings", "Planned and denied ones among them, with their accounts side by side.", d.Meetings)
	get(s, "/meetings/{id}", "get-meeting", "facts", "One meeting", "Who was there by which account, agenda, outcome, what was said and done around it, the meetings before and after it.",
		func(ctx context.Context, in *oneIn) (*answer.MeetingPage, error) {
			return d.Meeting(ctx, in.ID, in.ask())
		})
	list[actorsIn](s, "/actors", "facts", "Actors", "Persons, bodies and groups that articles name.", d.Actors)
	get(s, "/actors/{id}", "get-actor", "facts", "One actor", "Names, roles over time, positions, commitments, demands and meetings.",
		func(ctx context.Context, in *oneIn) (*answer.ActorPage, error) { return d.Actor(ctx, in.ID, in.ask()) })
	list[statementsIn](s, "/statements", "facts", "Who said what, and through whom", "", d.Statements)
	list[commitmentsIn](s, "/commitments", "facts", "Undertakings, and what is said of keeping them", "", d.Commitments)
	list[commitmentsIn](s, "/ledger", "facts", "Undertakings with what became of them", "Each part of the list is joined by itself: ask for long parts.", d.Ledger)
	list[demandsIn](s, "/demands", "facts", "Demands and their answers", "", d.Demands)
	list[ceasefiresIn](s, "/ceasefires", "facts", "Truces", "", d.Ceasefires)
	list[incidentsIn](s, "/incidents", "facts", "Deeds in the world", "", d.Incidents)
	list[figuresIn](s, "/figures", "facts", "Counts of people and things", "One a source, never averaged.", d.Figures)
	list[disagreementsIn](s, "/disagreements", "facts", "Where accounts differ", "Values side by side with those who hold them, none preferred.", d.Disagreements)
	get(s, "/disagreements/{id}", "get-disagreement", "facts", "One disagreement", "",
		func(ctx context.Context, in *oneIn) (*answer.Disagreement, error) {
			return d.Disagreement(ctx, in.ID, in.ask())
		})
	get(s, "/facts/{id}", "explain-fact", "facts", "What a fact of any kind rests on", "Sentences, rules, lexicon entries, reasons for days, ties, disagreements, and what people decided.",
		func(ctx context.Context, in *oneIn) (*answer.Explanation, error) {
			return d.Explain(ctx, in.ID, in.ask())
		})
}

// aboutArticles registers what is asked of articles and of the words in them.
func (s *Server) aboutArticles() {
	d := s.desk
	list[Spell](s, "/articles", "articles", "Articles by their days", "Those without a day last.", d.Articles)
	get(s, "/articles/{id}", "get-article", "articles", "One article with its text", "",
		func(ctx context.Context, in *oneIn) (*answer.ArticlePage, error) { return d.Article(ctx, in.ID) })
	s.reading()
	huma.Register(s.huma, huma.Operation{OperationID: "search", Method: http.MethodGet, Path: Prefix + "/search", Tags: []string{"articles"}, Summary: "Articles that hold words", Errors: faults(),
		Description: "The newest first. Letters are folded and attached particles do not matter, so that وزير finds للوزير; places are those of the original letters."},
		func(ctx context.Context, in *searchIn) (*partOf[answer.Hit], error) {
			p, err := d.Search(ctx, in.Q, in.ask())
			if err != nil {
				return nil, s.fail(ctx, err)
			}
			return &partOf[answer.Hit]{in.next(p.Next), p}, nil
		})
}

// aboutTallies registers what is counted over many facts.
func (s *Server) aboutTallies() {
	d := s.desk
	get(s, "/matrix", "get-matrix", "tallies", "Who said how much of what", "By act, talks, month, or topics that you name: topics=الهدنة,المحتجزين.", func(ctx context.Context, in *matrixIn) (*answer.Matrix, error) {
		return d.Matrix(ctx, in.By, in.Topics, in.ask())
	})
	get(s, "/sources", "get-sources", "tallies", "Who carried whom", "Counts each link of the chains, and the outlets that print the words.",
		func(ctx context.Context, in *Tally) (*answer.Sources, error) { return d.Sources(ctx, in.ask()) })
	get(s, "/places", "get-places", "tallies", "Where things were", "Places of meetings, ceasefires, incidents and figures, with coordinates where the lexicon has them.",
		func(ctx context.Context, in *struct {
			Wording
			Days
		}) (*answer.Places, error) {
			return d.Places(ctx, in.into(answer.Ask{Lang: in.lang()}))
		})
}
