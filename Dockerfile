# Not run yet: nothing in this repository builds or tests this file. It shows what a container needs and no more.
FROM node:24-bookworm-slim AS build
WORKDIR /inkroom
COPY . .
RUN npm ci --no-fund --no-audit && cd apps/web && ../../node_modules/.bin/vite build

FROM node:24-bookworm-slim
WORKDIR /inkroom
COPY --from=build /inkroom ./
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "apps/server/src/main.ts"]
