# One image per service: `docker build --target orders .` The last target is the command `millrace` itself.

FROM node:24-bookworm-slim AS manifests
WORKDIR /millrace
COPY package.json package-lock.json .npmrc ./
COPY apps/e2e/package.json apps/e2e/
COPY apps/finance/package.json apps/finance/
COPY apps/gateway/package.json apps/gateway/
COPY apps/hr/package.json apps/hr/
COPY apps/identity/package.json apps/identity/
COPY apps/inventory/package.json apps/inventory/
COPY apps/orders/package.json apps/orders/
COPY libs/chassis/package.json libs/chassis/
COPY libs/client/package.json libs/client/
COPY libs/contracts/package.json libs/contracts/
COPY libs/embedded/package.json libs/embedded/
COPY libs/kernel/package.json libs/kernel/
COPY libs/messaging/package.json libs/messaging/
COPY libs/persistence/package.json libs/persistence/
COPY libs/testing/package.json libs/testing/
COPY tools/package.json tools/

# What runs: no compiler, no test tools, no embedded servers.
FROM manifests AS dependencies
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM manifests AS build
RUN npm ci --include=dev
COPY . .
RUN node node_modules/@typescript/native/bin/tsc -b \
 && mkdir /built \
 && find apps libs tools \( -name node_modules -o -name src \) -prune -o \( -name '*.js' -o -name package.json -o -name openapi.json -o -name operations.json \) -type f -print \
  | xargs cp --parents -t /built \
 && find apps libs tools -path '*/dist/*' -name '*.js' | xargs cp --parents -t /built \
 && node tools/dist/src/supply/write-sbom.js --omit optional --out /built/sbom.cdx.json

FROM node:24-bookworm-slim AS runtime
ENV NODE_ENV=production
WORKDIR /millrace
COPY --from=dependencies /millrace/node_modules node_modules
COPY --from=build /built/libs libs
# What is in here, part by part (CycloneDX).
COPY --from=build /built/sbom.cdx.json ./
COPY package.json ./

FROM runtime AS service
USER node
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=5 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

FROM service AS identity
COPY --from=build /built/apps/identity apps/identity
CMD ["node", "apps/identity/dist/src/main.js"]

FROM service AS inventory
COPY --from=build /built/apps/inventory apps/inventory
CMD ["node", "apps/inventory/dist/src/main.js"]

FROM service AS orders
COPY --from=build /built/apps/orders apps/orders
CMD ["node", "apps/orders/dist/src/main.js"]

FROM service AS finance
COPY --from=build /built/apps/finance apps/finance
CMD ["node", "apps/finance/dist/src/main.js"]

FROM service AS hr
COPY --from=build /built/apps/hr apps/hr
CMD ["node", "apps/hr/dist/src/main.js"]

FROM service AS gateway
COPY --from=build /built/apps/gateway apps/gateway
CMD ["node", "apps/gateway/dist/src/main.js"]

# Makes secrets, databases and topics before the services start; afterwards audits and repairs.
FROM runtime AS tools
COPY --from=build /built/apps apps
COPY --from=build /built/tools tools
# A new volume takes its owner from the folder that it is mounted on.
RUN cd / && mkdir -p secrets/provision secrets/postgres secrets/kafka secrets/tools secrets/identity secrets/inventory secrets/orders secrets/finance secrets/hr \
 && chown -R node:node secrets && chmod -R 700 secrets && chmod 755 secrets secrets/postgres secrets/kafka
USER node
ENTRYPOINT ["node", "tools/dist/src/cli.js"]
CMD ["--help"]
