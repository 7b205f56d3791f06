package export

import (
	"io"
	"strconv"

	"mahdar/fact"
	"mahdar/record"
)

// ethprioColumns are the columns of the ETH/PRIO civil conflict ceasefire data.
const ethprioColumns = "cc location region cf_id uniq_id id ucdp_acd_id ucdp_dyad ucdp_actor_id actor_name pax_id side link cf_dec_yr cf_dec_month cf_dec_day cf_effect_yr cf_effect_month cf_effect_day partial written fixed fixed_time nsa_frac splinter p_humanitarian p_peaceprocess p_holiday p_election p_other p_other_comment p_unclear cf_pp ceasefire_class timing mediator_nego mediator_send implement enforcement ddr ended end_yr end_month end_day evidence_onset evidence_end truce comment"

func writeETHPRIO(j *job, w io.Writer) error {
	return j.layout(w, ethprioColumns, []record.Kind{record.Ceasefires}, j.ethprio)
}

// ethprio is a row for each party that declares; a declaration without parties
// is one row without a name.
func (j *job) ethprio(f *record.Fact) ([][]string, error) {
	e, b, ok := first[fact.Ceasefire](f)
	if !ok {
		return nil, nil
	}
	switch b.Event {
	case "declared", "extended", "in-force":
	default:
		j.leave(f, "that are no declaration of a ceasefire")
		return nil, nil
	}
	a := e.Article
	s, located, err := j.spot(a, b.Place)
	if err != nil {
		return nil, err
	}
	ps, err := j.parties(a, b.Parties...)
	if err != nil {
		return nil, err
	}
	if len(ps) == 0 {
		ps = []party{{}}
	}
	var rows [][]string
	for i, p := range ps {
		row := map[string]string{"cf_id": f.ID.String(), "uniq_id": f.ID.String() + "-" + strconv.Itoa(i+1), "id": strconv.Itoa(i + 1),
			"actor_name": p.shown(), "link": address(a), "comment": e.Quote(), "evidence_onset": several(outlets(f))}
		country := p.Country
		if located {
			country = s.Country
		}
		if st, ok := j.atlas.state(country); ok {
			row["location"] = st.English
		}
		row["cc"], row["region"] = j.codes[country].GW, j.codes[country].UCDP
		to := "cf_dec"
		if b.Event == "in-force" {
			to = "cf_effect"
		}
		row[to+"_yr"], row[to+"_month"], row[to+"_day"] = common(b.Date)
		if f.Process != "" {
			row["comment"] += " [" + f.Process + "]"
		}
		if b.Place != "" && located && s.Kind != "state" {
			row["partial"] = "1"
		}
		rows = append(rows, byName(ethprioColumns, row))
	}
	return rows, nil
}
