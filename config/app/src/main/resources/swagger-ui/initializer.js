// A file of its own, so that the page needs no inline script. Nothing is loaded from or sent to other hosts.
window.addEventListener('load', () => {
  window.ui = SwaggerUIBundle({
    url: 'api-doc',
    dom_id: '#swagger-ui',
    deepLinking: true,
    displayRequestDuration: true,
    persistAuthorization: true,
    tagsSorter: 'alpha',
    tryItOutEnabled: true,
    validatorUrl: null
  });
});
