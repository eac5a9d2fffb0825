// SPDX-FileCopyrightText: 2026 The Werkzaam authors
// SPDX-License-Identifier: EUPL-1.2
// A certified OpenID provider as a broker: whoever comes is signed in as the subject, at the level, that the test chose before at
// /choose?sub=...&acr=... . Arguments: the folder with node_modules, the address of this provider, and for each client its name,
// its secret and where it goes back to.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import http from "node:http";

const [folder, issuer, ...clients] = process.argv.slice(2);
const found = createRequire(`${folder}/package.json`).resolve("oidc-provider");
const { default: Provider } = await import(pathToFileURL(found).href);

const levels = ["urn:level:low", "urn:level:substantial"];
const chosen = { sub: "nobody", acr: levels[1] };
const described = [];
for (let at = 0; at < clients.length; at += 3) {
  described.push({
    client_id: clients[at],
    client_secret: clients[at + 1],
    redirect_uris: [clients[at + 2]],
    response_types: ["code"],
    grant_types: ["authorization_code"],
    token_endpoint_auth_method: "client_secret_basic",
  });
}
const provider = new Provider(issuer, {
  clients: described,
  acrValues: levels,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  cookies: { keys: ["only-for-tests"] },
});

const own = async (request, response, url) => {
  if (url.pathname === "/choose") {
    chosen.sub = url.searchParams.get("sub");
    chosen.acr = url.searchParams.get("acr") || undefined;
    response.end("chosen");
    return true;
  }
  if (!url.pathname.startsWith("/interaction/")) return false;
  const { params, prompt, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    await provider.interactionFinished(request, response, { login: { accountId: chosen.sub, acr: chosen.acr } });
    return true;
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope("openid");
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  return true;
};
const answer = provider.callback();
http.createServer(async (request, response) => {
  const url = new URL(request.url, issuer);
  try {
    if (!(await own(request, response, url))) answer(request, response);
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
}).listen(Number(new URL(issuer).port), "127.0.0.1");
