# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# The numbers that weights, times, instruments and joint tests must equal, by R: Rscript tests/parity/evidence.R FOLDER
# Writes evidence.json. Run by `make parity`.
suppressPackageStartupMessages({library(estimatr); library(sandwich); library(survey); library(survival); library(carData); library(lme4)})
folder <- commandArgs(TRUE)[1]
dir.create(folder, showWarnings = FALSE, recursive = TRUE)
numbers <- list()
keep <- function(name, value) {
  value <- as.numeric(value)
  stopifnot(length(value) == 1, is.finite(value))
  numbers[[name]] <<- value
}
keep_all <- function(name, values) for (at in seq_along(values)) keep(paste0(name, "_", at), values[[at]])

# -- Invented people, the same in R and in Python: Lehmer's generator, exact in double precision --------------------------------
stream <- function(seed, n) {
  found <- numeric(n)
  for (i in seq_len(n)) { seed <- (16807 * seed) %% 2147483647; found[i] <- seed / 2147483647 }
  found
}
n <- 240
made <- data.frame(arm = (seq_len(n) - 1) %% 2, one = stream(21, n), two = stream(22, n) ^ 2, chance = 0.2 + 0.8 * stream(23, n))
made$y <- 2 * made$one + 0.5 * made$arm + (1 + made$two) * stream(24, n)
made$answered <- as.numeric(stream(25, n) < 0.35 + 0.5 * made$one - 0.2 * made$arm * made$two)
made$taken <- as.numeric(made$arm == 1 & stream(26, n) < 0.4 + 0.5 * made$one | stream(27, n) < 0.1)
made$time <- ceiling(24 * stream(28, n) ^ (1.3 - 0.4 * made$arm))
made$reason <- floor(3 * stream(29, n))
made$happened <- as.numeric(made$reason > 0)

# -- Answering -------------------------------------------------------------------------------------------------------------------
model <- glm(answered ~ one + two + arm + arm:two, binomial, made, control = list(epsilon = 1e-14, maxit = 100))
keep_all("logit", coef(model))
keep_all("logit_robust", sqrt(diag(sandwich(model))))
model <- suppressWarnings(glm(answered ~ one, quasibinomial, made, weights = 1 / chance, control = list(epsilon = 1e-14, maxit = 100)))
keep_all("logit_weighted", coef(model))

# -- Known chances -----------------------------------------------------------------------------------------------------------------
design <- svydesign(~1, probs = ~chance, data = made)
keep("total", svytotal(~y, design)); keep("total_error", SE(svytotal(~y, design)))
keep("mean", svymean(~y, design)); keep("mean_error", SE(svymean(~y, design)))
model <- svyglm(y ~ arm, design)
keep("hajek", coef(model)[[2]]); keep("hajek_error", SE(model)[[2]])
made$high <- as.numeric(made$one > 0.5)
raked <- rake(svydesign(~1, weights = ~1, data = made), list(~arm, ~high),
              list(data.frame(arm = 0:1, Freq = c(100, 140)), data.frame(high = 0:1, Freq = c(150, 90))),
              control = list(maxit = 1000, epsilon = 1e-13))
keep("raked", svymean(~y, raked))

# -- Time --------------------------------------------------------------------------------------------------------------------------
for (name in c("made", "rossi")) {
  x <- if (name == "made") with(made, data.frame(time, happened, first = arm, one, two)) else
    with(Rossi, data.frame(time = week, happened = arrest, first = as.numeric(fin == "yes"), one = age, two = prio))
  horizon <- if (name == "made") 18 else 52
  curve <- summary(survfit(Surv(time, happened) ~ 1, x), times = c(6, 12, 18))
  keep_all(paste0(name, "_share"), curve$surv); keep_all(paste0(name, "_share_error"), curve$std.err)
  area <- summary(survfit(Surv(time, happened) ~ first, x), rmean = horizon)$table
  keep_all(paste0(name, "_area"), area[, "rmean"]); keep_all(paste0(name, "_area_error"), area[, "se(rmean)"])
  keep(paste0(name, "_log_rank"), survdiff(Surv(time, happened) ~ first, x)$chisq)
  model <- coxph(Surv(time, happened) ~ first + one + two, x, ties = "efron", control = coxph.control(eps = 1e-12, toler.chol = 1e-14, iter.max = 100))
  keep_all(paste0(name, "_cox"), coef(model)); keep_all(paste0(name, "_cox_error"), sqrt(diag(vcov(model))))
  keep_all(paste0(name, "_changes"), cox.zph(model)$table[, "p"])
}
three <- (seq_len(n) - 1) %% 3
keep("made_log_rank_three", survdiff(Surv(time, happened) ~ three, made)$chisq)
states <- survfit(Surv(time, factor(reason, 0:2)) ~ 1, made)
at <- findInterval(c(6, 12, 18), states$time)
keep_all("incidence_first", states$pstate[at, 2]); keep_all("incidence_second", states$pstate[at, 3])

# -- The draw as instrument ------------------------------------------------------------------------------------------------------
for (kind in c("HC0", "HC1", "HC2")) {
  model <- iv_robust(y ~ taken | arm, made, se_type = kind)
  keep(paste0("iv_", kind), coef(model)[[2]]); keep(paste0("iv_error_", kind), model$std.error[[2]])
  model <- iv_robust(y ~ one + taken | one + arm, made, se_type = kind, diagnostics = TRUE)
  keep(paste0("iv_adjusted_", kind), coef(model)[[3]]); keep(paste0("iv_adjusted_error_", kind), model$std.error[[3]])
}
first <- lm_robust(taken ~ arm, made, se_type = "HC2")
keep("iv_strength", (coef(first)[[2]] / first$std.error[[2]]) ^ 2)

# -- Waves of the same people ----------------------------------------------------------------------------------------------------
made$person <- (seq_len(n) - 1) %/% 3; made$wave <- (seq_len(n) - 1) %% 3
made$level <- rep(2 * stream(30, n / 3), each = 3) + made$y
model <- lmer(level ~ wave + two + (1 | person), subset(made, answered == 1), REML = FALSE,
              control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12)))
keep_all("repeated", fixef(model)); keep_all("repeated_error", sqrt(diag(as.matrix(vcov(model)))))
keep("repeated_between", attr(VarCorr(model)$person, "stddev")); keep("repeated_within", sigma(model))

# -- Joint tests and an index ------------------------------------------------------------------------------------------------------
keep("shares_statistic", chisq.test(matrix(c(27, 34, 43, 171 - 27, 171 - 34, 171 - 43), 3), correct = FALSE)$statistic)
welch <- oneway.test(y ~ three, made)
keep("welch_statistic", welch$statistic); keep("welch_spare", welch$parameter[[2]]); keep("welch_p", welch$p.value)
several <- with(made, cbind(y, -time, two))
scaled <- sweep(sweep(several, 2, colMeans(several[made$arm == 0, ])), 2, apply(several[made$arm == 0, ], 2, sd), "/")
weight <- rowSums(solve(cov(scaled))); weight <- weight / sum(weight)
keep_all("index_weight", weight); keep("index_mean", mean((scaled %*% weight)[made$arm == 1]))

writeLines(jsonlite::toJSON(list(
  R = R.version.string,
  packages = lapply(c(estimatr = "estimatr", sandwich = "sandwich", survey = "survey", survival = "survival", lme4 = "lme4"),
                    function(package) as.character(packageVersion(package))),
  numbers = numbers), auto_unbox = TRUE, digits = I(17), pretty = TRUE), file.path(folder, "evidence.json"))
