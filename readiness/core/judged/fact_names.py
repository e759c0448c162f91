"""The names of the facts that rules and sentences may use, with what each means."""

from collections.abc import Mapping

PLAN_FACTS: Mapping[str, str] = {
    "start": "first day of the rollout",
    "end": "end of the implementation period",
    "sustain_end": "end of the time the practice should hold after it",
    "period_months": "length of the implementation period in months",
    "people": "practitioners in the plan",
    "staying": "trained practitioners still there at the end",
    "training_first": "first day of training",
    "training_last": "last day of training",
    "supervision_until": "until when supervision is booked",
    "patients_planned": "patients planned in all caseloads",
    "eligible": "patients who meet the criteria",
    "eligible_age_months": "months since they were counted",
    "first_round": "patients who start in the first round",
    "likely_yes": "patients who are likely to say yes",
    "likely_starters": "patients who are likely to start",
    "likely_completers": "patients who are likely to complete, if all who fit are asked",
    "population": "patients in the target group, where nobody could count",
    "eligible_estimated": "patients of the target group who may meet the criteria (estimate)",
    "planned_end": "end of the programme for a patient who starts first",
    "likely_end": "the same with the usual overrun",
    "worst_end": "the same with the worst overrun that was seen",
    "first_short_week": "first week, counted from the start, in which somebody's hours fall short",
    "first_short_day": "the Monday of that week",
    "short_weeks": "weeks of the period in which somebody's hours fall short",
    "completers": "patients expected to complete within the period",
    "champion_leaves": "when the champion leaves, if listed as a practitioner",
    "champion_deputy_leaves": "when the champion's deputy leaves, if listed as a practitioner",
    "successor_leaves": "when the successor leaves, if listed as a practitioner",
    "weeks_deliverable": "weeks in which sessions can be held",
    "weeks_programme": "weeks of sessions the programme has",
    "sessions_deliverable": "sessions that can be held with a patient",
    "first_check": "first date to check the hours",
    "months_to_first_check": "months from the start to that check",
    "reviews": "dated fidelity reviews",
    "first_review_month": "months from the start to the first review",
    "last_review_month": "months from the start to the last review",
    "reviews_without_feedback": "reviews with no later date for feedback",
    "feedback_weeks_longest": "longest time from a review to its feedback, in weeks",
    "leader_leaves": "when the leader leaves",
    "group_size": "patients in a group",
    "hours_needed_total": "hours needed a week by all practitioners",
    "hours_freed_total": "hours freed a week for all practitioners",
    "fte_needed": "full-time posts those hours make",
    "rechecks": "dates on which this check is redone",
    "checkins": "dates on which leader and practitioners meet",
}
"""Facts about the whole plan: name to meaning."""

PERSON_FACTS: Mapping[str, str] = {
    "hours_needed": "hours needed a week",
    "hours_freed": "hours freed a week",
    "hours_short": "hours a week that are missing",
    "hours_share": "share of the freed hours that is needed",
    "patients": "patients planned with this practitioner",
    "suitable_patients": "suitable patients this practitioner meets",
    "leaves": "when this practitioner leaves the role",
}
"""Facts about one practitioner: name to meaning."""

FACT_WORDS = {**PLAN_FACTS, **PERSON_FACTS}
"""Every fact: name to meaning."""
